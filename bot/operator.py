"""What the operator's commands do, each with a line that says so and an exit code."""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot import checks, serving, timing
from bot.app import App, build
from bot.channels import CannotBegin
from bot.channels.telegram.gate import Gate
from bot.settings import PLAYGROUND, Settings
from bot.time import Clock
from bot.web import Web
from db import invitations, migrations, programmes
from db.engine import Database, connect
from db.people import Role
from db.programmes import Programme
from handlers.culture import days

Options = argparse.Namespace
HERE = "127.0.0.1"
EVERYWHERE = None
"""Every interface the machine has: a host's router brings the webhook from outside."""


def begin(settings: Settings, options: Options) -> int:
    """Without a word: Telegram if there is a token, the playground if not."""
    if settings.telegram_token:
        options.only = None
        return run(settings, options)
    return playground(settings, options)


def playground(settings: Settings, _: Options) -> int:
    """Phones in the browser."""
    from bot.playground.run import play  # only here: on Telegram nobody needs it

    print("No Telegram needed: preparing the playground…", flush=True)
    code = 0
    try:
        serving.run(play(settings))
    except OSError as error:
        code = _refuse(f"Port {settings.port} cannot be used ({error.strerror}). Set PORT to another one.")
    return code


def run(settings: Settings, options: Options) -> int:
    """Talk with people on Telegram."""
    if settings.telegram_token is None:
        return _refuse("Please set TELEGRAM_TOKEN, or try: python -m bot playground")
    app = build(settings, settings.telegram_token.get_secret_value(), Clock(), Gate())
    migrations.migrate(app.database.engine)
    code = 0
    try:
        serving.run(_run(app, settings, options.only))
    except* CannotBegin as group:
        print(group.exceptions[0], file=sys.stderr)
        code = 1
    return code


async def _run(app: App, settings: Settings, only: str | None) -> None:
    if only == "clock":
        print("Passerelle sends what is due.", flush=True)
        await app.run(intake=False)
        return
    host, how = (EVERYWHERE, "by webhook") if settings.webhook_url else (HERE, "by long polling")
    async with serving.listening(Web(app.inlet, app.health).app(), host, settings.port):
        health = f"http://localhost:{settings.port}/healthz"
        print(f"Passerelle talks on Telegram {how}. Its health: {health}", flush=True)
        await app.run(clock=only != "web")


def migrate(settings: Settings, _: Options) -> int:
    """Bring the database to today's tables."""
    database = _database(settings)
    migrations.migrate(database.engine)
    print(f"The database is at revision {migrations.current(database.engine)}.")
    return 0


def add_programme(settings: Settings, options: Options) -> int:
    """Add a programme, once."""
    name = " ".join(options.name.split())
    database = _ready_database(settings)
    if database.work(lambda session: programmes.named(session, name)):
        return _refuse(f"There is a programme {name!r} already.")
    chosen = {"zone": options.zone, "language": options.language, "country": options.country}
    programme = Programme(name=name, created_at=datetime.now(UTC), **chosen)
    database.work(lambda session: programmes.add(session, programme))
    print(f'Added. Now invite a coordinator: python -m bot invite coordinator "{name}"')
    return 0


def set_programme(settings: Settings, options: Options) -> int:
    """Say how long seasons are, how long a pair is kept, where offices close, and with what people begin."""
    database = _ready_database(settings)
    lasting = {"season_months": options.season, "keep_months": options.keep}
    hours = timing.chosen(options)
    known = database.work(lambda session: programmes.named(session, options.name))
    if known is None:
        return _refuse(f"There is no programme {options.name!r}. See: python -m bot programme list")
    if trouble := timing.trouble(known, hours):
        return _refuse(trouble)
    chosen = {**lasting, "country": options.country, **hours}
    print(_about(database.work(lambda session: _change(session, known, chosen))))
    return 0


def _change(session: Session, known: Programme, chosen: Mapping[str, int | str | None]) -> Programme:
    """The programme as it is now; where its country is another one, its people hear of other days."""
    changed = programmes.change(session, known, chosen)
    if chosen["country"]:
        days.begin_again(session, changed, datetime.now(UTC))
    return changed


def _about(programme: Programme) -> str:
    return (
        f"{programme.name}  ({programme.zone}, {programme.country or 'no country'}, {programme.language};"
        f" seasons of {programme.season_months} months, kept {programme.keep_months} months after;"
        f" {timing.about(programme)})"
    )


def list_programmes(settings: Settings, _: Options) -> int:
    """Programmes, a line each."""
    for each in _ready_database(settings).work(programmes.every):
        print(_about(each))
    return 0


def invite(settings: Settings, options: Options) -> int:
    """Print an invitation's link and its QR code."""
    import segno  # only here, as above

    username = _username(settings)
    if username is None:
        return _refuse("Telegram does not answer with this token. See: python -m bot check")
    database = _ready_database(settings)
    programme = database.work(lambda session: programmes.named(session, options.programme))
    if programme is None:
        return _refuse(f"There is no programme {options.programme!r}. See: python -m bot programme list")
    now = datetime.now(UTC)
    role = Role(options.role)
    made = database.work(lambda session: invitations.make(session, programme, role, now))
    link = f"https://t.me/{username}?start={made.token}"
    segno.make(link).terminal(compact=True)
    print(f"{link}\nOpen until {made.expires_at:%Y-%m-%d}, for as many people as you like.")
    if settings.telegram_token is None:
        print("Without TELEGRAM_TOKEN this link opens in the running playground.")
    return 0


def check(settings: Settings, _: Options) -> int:
    """Look at everything that has to be right, a line each."""
    found = list(checks.all_of(settings))
    for each in found:
        print(f"{'ok ' if each.well else 'NO '} {each.what}: {each.says}")
    return 0 if all(each.well for each in found) else 1


def _username(settings: Settings) -> str | None:
    if settings.telegram_token:
        return checks.username(settings)
    from bot.playground.messages import BotProfile  # only here, as above

    return BotProfile().username


def _database(settings: Settings) -> Database:
    """The association's database; where neither it nor a token is given, the playground's."""
    given = settings.telegram_token or "database_url" in settings.model_fields_set
    return Database(connect(settings.database_url.get_secret_value() if given else PLAYGROUND))


def _ready_database(settings: Settings) -> Database:
    database = _database(settings)
    migrations.migrate(database.engine)
    return database


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
