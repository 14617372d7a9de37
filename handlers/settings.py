"""Settings: language and name, and the ways to change the rest."""

from db import versions
from db.people import NAME_LENGTH
from handlers import privacy, timing, waking
from handlers.announcing import helping
from handlers.culture import choosing
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines

topic = Topic("settings")


@topic.page
def overview(turn: Turn) -> Screen:
    """What somebody chose, and how to change it."""
    _ = turn.words._
    return Screen(
        lines(
            [
                turn.words.bold(_("Settings")),
                _("Language: {language}", language=languages.name(turn.words.language)),
                _("Name: {name}", name=turn.person.called),
                timing.summary(turn),
                timing.place(turn),
                waking.quiet_line(turn),
            ]
        ),
        [
            [Button(_("Change language"), ask_language.link()), Button(_("Change name"), ask_name.link())],
            [
                Button(_("Change hour"), timing.ask_weekday.link()),
                Button(_("Change time zone"), timing.ask_zone.link()),
            ],
            [Button(_("Fewer messages"), timing.quiet.link()), Button(_("Quiet hours"), waking.show.link())],
            [Button(_("Days of culture"), choosing.overview.link())],
            *([[Button(_("Help to translate"), helping.offer.link())]] if _knows_two(turn) else []),
            [Button(_("What you know of me"), privacy.know.link())],
        ],
    )


def _knows_two(turn: Turn) -> bool:
    return len(versions.read_by(turn.person)) > 1


@topic.page
def ask_language(turn: Turn) -> Screen:
    """Languages in their own script."""
    _ = turn.words._
    codes = turn.catalogues.languages
    return Screen(
        _("Please choose your language."),
        [[Button(languages.name(code), set_language.link(code))] for code in codes],
    )


@topic.page
def set_language(turn: Turn, language: str) -> Screen:
    """From here on everything is in that language."""
    if language not in turn.catalogues.languages:
        raise Gone
    turn.person.language = language
    return overview(turn)


@topic.page
def ask_name(turn: Turn) -> Screen:
    """Another name."""
    _ = turn.words._
    return Screen(_("What name would you like to use here?"), awaits=take_name.link())


@topic.reply
def take_name(turn: Turn) -> Screen:
    """Keep the name."""
    name = turn.text(NAME_LENGTH)
    if not name:
        return ask_name(turn)
    turn.person.name = name
    return overview(turn)
