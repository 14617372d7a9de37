"""A ready step in a programme's own words, written by its coordinators in one language after the other."""

from db import programmes
from db.editions import WORDS_LENGTH, Edition, Wording
from db.programmes import Programme
from handlers.kit import languages, private, ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("wording", coordinators=True)


def spoken(turn: Turn, programme: Programme) -> list[str]:
    """The languages of the programme in which we speak to people, the reader's own first."""
    own = [turn.words.language, *programmes.languages(turn.session, programme)]
    return [code for code in dict.fromkeys(own) if code in turn.catalogues.languages]


def tongues(edition: Edition, codes: list[str]) -> list[Button]:
    """Languages to write it in, those ticked that it is written in."""
    return [
        Button(ticked(languages.name(code), edition.written_in(code) is not None), ask.link(edition, code))
        for code in codes
    ]


@topic.page
def ask(turn: Turn, edition: Edition, language: str) -> Screen:
    """The words in one language; the others are a tap away."""
    _ = turn.words._
    if language not in turn.catalogues.languages:
        raise Gone
    others = [code for code in spoken(turn, edition.programme) if code != language]
    return Screen(
        paragraphs(
            turn.words.bold(_so_far(turn, edition, language)),
            lines(
                [
                    _("Please write it in {language}.", language=languages.name(language)),
                    _("At most {n} letters. Your words stay with the programme.", n=WORDS_LENGTH),
                ]
            ),
        ),
        in_rows(tongues(edition, others), 2),
        awaits=take.link(edition, language),
        up=edition,
    )


def _so_far(turn: Turn, edition: Edition, language: str) -> str:
    """How those who read that language see it now."""
    words = turn.catalogues.words(language)
    return ready.said(words, ready.of_programme(turn.session, edition.programme_id)[edition.ref])


@topic.reply
def take(turn: Turn, edition: Edition, language: str) -> Screen:
    """Keep the words in that language."""
    words = turn.text(WORDS_LENGTH, private.number)
    if not words:
        return ask(turn, edition, language)
    edition.say(turn.session, turn.person, language, words)
    return turn.show(edition)


@topic.page
def unsay(turn: Turn, edition: Edition) -> Screen:
    """The words of the library again; a step of the programme's own has no others."""
    if edition.key:
        edition.unsay(turn.session)
    return turn.show(edition)


@topic.page
def ask_language(turn: Turn, wording: Wording) -> Screen:
    """In which language somebody wrote."""
    _ = turn.words._
    codes = spoken(turn, wording.edition.programme)
    return Screen(
        lines([turn.words.bold(wording.words), _("In which language is it?")]),
        in_rows([Button(languages.name(code), keep_in.link(wording, code)) for code in codes], 2),
        up=wording.edition,
    )


@topic.page
def keep_in(turn: Turn, wording: Wording, language: str) -> Screen:
    """Keep the language, unless there are words in it already."""
    edition = wording.edition
    if language not in turn.catalogues.languages:
        raise Gone
    edition.hold(turn.session)
    if not edition.written_in(language):
        wording.language = language
    return turn.show(edition)
