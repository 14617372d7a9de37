"""What an association can type after `python -m bot`, and the help that teaches it."""

import argparse
import sys

from pydantic import ValidationError

from bot import logs, operator, reviewing, timing, whereabouts
from bot.settings import Settings, complaints
from db.engine import AWAY

EPILOG = """\
In five steps:
  1. Talk to @BotFather on Telegram, create a bot, put its token into .env as TELEGRAM_TOKEN=…
  2. python -m bot programme add "Marseille 2027" --zone Europe/Paris --language fr
  3. python -m bot run
  4. python -m bot invite coordinator "Marseille 2027"
  5. Open the link it prints on your phone.
Without a token, python -m bot opens the playground: phones in your browser, nothing leaves this machine.
"""


def run() -> int:
    """Run the command that was typed; what it returns is the exit code."""
    options = _parser().parse_args()
    try:
        settings = Settings()
    except ValidationError as error:
        print("Please mend these settings (environment or .env):", file=sys.stderr)
        print(*(f"  {line}" for line in complaints(error)), sep="\n", file=sys.stderr)
        return 2
    logs.set_up(settings.log_level)
    try:
        return int(options.command(settings, options))
    except AWAY:
        print("The database does not answer. Check DATABASE_URL.", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m bot",
        description="Passerelle, a chat companion for intercultural mentoring.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=operator.begin)
    commands = parser.add_subparsers(title="commands", metavar="")
    _running(commands)
    _programmes(commands)
    check = commands.add_parser("check", help="look at settings, database, token and catalogues, a line each")
    check.set_defaults(command=operator.check)
    table = commands.add_parser("icebreakers", help="print all icebreakers, for those who review them")
    _language(table, "the language to read them in")
    table.set_defaults(command=reviewing.icebreakers)
    return parser


def _running(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="migrate, then talk with people on Telegram and send what is due")
    run.add_argument(
        "--only", choices=["web", "clock"], help="only take in and answer, or only send what is due"
    )
    run.set_defaults(command=operator.run)
    playground = commands.add_parser("playground", help="phones in the browser, with a sample programme")
    playground.set_defaults(command=operator.playground)
    migrate = commands.add_parser("migrate", help="bring the database to today's tables")
    migrate.set_defaults(command=operator.migrate)


def _programmes(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    programme = commands.add_parser("programme", help="add a programme, or list them")
    verbs = programme.add_subparsers(title="commands", metavar="", required=True)
    add = verbs.add_parser("add", help="add a programme")
    add.add_argument("name", help='its name, for instance "Marseille 2027"')
    add.add_argument(
        "--zone",
        type=whereabouts.zone,
        default="Europe/Paris",
        help="its time zone, an IANA name (default: %(default)s)",
    )
    _country(add, "(default: that of its time zone)")
    _language(add, "what its coordinators read")
    add.set_defaults(command=operator.add_programme)
    change = verbs.add_parser(
        "set", help="change how long seasons are, what is erased when, the country, and the hours"
    )
    change.add_argument("name", help="its name")
    for option, told in (
        ("--season", "how long new pairs are together"),
        ("--keep", "how long pairs are kept"),
    ):
        change.add_argument(option, type=int, choices=range(1, 25), metavar="MONTHS", help=told)
    _country(change, "")
    _times(change)
    change.set_defaults(command=operator.set_programme)
    verbs.add_parser("list", help="list programmes").set_defaults(command=operator.list_programmes)
    _inviting(commands)


def _times(change: argparse.ArgumentParser) -> None:
    """What people who join begin with, and may change; the cap and the announcements' grace are for all."""
    for option, read, metavar, told in (
        ("--weekday", timing.weekday, "DAY", "the day of the weekly word, for instance thursday"),
        ("--hour", timing.hour, "HOUR", "its hour, for instance 18"),
        ("--quiet", timing.quiet, "FROM-TO", "the quiet hours, for instance 21-9"),
        ("--reach", timing.reach, "FROM-TO", "when news from others comes, for instance 9-17, or any"),
        (
            "--office-days",
            timing.days,
            "DAYS",
            "when somebody reads what members write, for instance mon-fri",
        ),
        ("--office", timing.office, "FROM-TO", "the hours of these days, for instance 9-17"),
        ("--cap", timing.cap, "N", "how many unasked messages a week somebody gets at most"),
        ("--grace", timing.grace, "SECONDS", "how long an announcement can be stopped after it was sent"),
    ):
        change.add_argument(option, type=read, metavar=metavar, help=told)


def _inviting(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    invite = commands.add_parser("invite", help="print an invitation: a link and its QR code")
    invite.add_argument("role", choices=["coordinator", "mentor", "mentee"], help="whom to invite")
    invite.add_argument("programme", help="the programme's name")
    invite.set_defaults(command=operator.invite)


def _country(parser: argparse.ArgumentParser, default: str) -> None:
    told = f"the country whose public holidays people hear of, two letters {default}".rstrip()
    parser.add_argument("--country", type=whereabouts.country, help=told)


def _language(parser: argparse.ArgumentParser, told: str) -> None:
    told = f"{told} (default: %(default)s)"
    parser.add_argument("--language", type=whereabouts.language, default="en", help=told)
