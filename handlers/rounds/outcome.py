"""The outcome: three lists of themes with chosen sentences, for the coordinators and then for everybody."""

from markupsafe import Markup

from db import announcements, opinions, programmes, rounds, themes, versions
from db.announcements import TEXT_LENGTH, Announcement
from db.rounds import Question, Round
from db.themes import Pile
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.parts import units
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs, plain
from handlers.rounds import themes as sorted_into
from handlers.rounds import wording

topic = Topic("outcome", coordinators=True)

Lists = dict[Question, list[Pile]]
"""What came out of each question, the largest theme first."""


@topic.page
def show(turn: Turn, found: Round) -> Screen:
    """The three lists, and what is still to be sorted."""
    _, n_ = turn.words._, turn.words.n_
    lists, labels = _lists(turn, found), wording.headings(turn.words)
    waiting = opinions.waiting(turn.session, found).total()
    tell_all = [[Button(_("Tell everybody"), tell.link(found))]] if any(lists.values()) else []
    return Screen(
        paragraphs(
            turn.words.bold(_("What came out")),
            *[
                lines([turn.words.bold(labels[asked]), *_told(turn.words, piles, quotes=True)])
                for asked, piles in lists.items()
                if piles
            ],
            n_("{n} answer is not sorted yet.", "{n} answers are not sorted yet.", waiting)
            if waiting
            else None,
            None if any(lists.values()) else _("There is no theme yet."),
        ),
        [*[[Button(labels[each], sorted_into.overview.link(found, each))] for each in Question], *tell_all],
        up=found,
    )


def _lists(turn: Turn, found: Round) -> Lists:
    if found.closed_at is None:
        raise Gone
    return themes.piles(turn.session, found)


def _told(words: Words, piles: list[Pile], quotes: bool) -> list[Markup]:
    """A line a theme, and below it what is quoted."""
    return [
        line
        for pile in piles
        for line in (
            words._("• {theme} ({n})", theme=pile.theme.name, n=len(pile.said)),
            *(words._("“{words}”", words=each.words or "") for each in pile.said if quotes and each.quoted),
        )
    ]


@topic.page
def tell(turn: Turn, found: Round) -> Screen:
    """Write it down as an announcement, once, which the coordinator then looks through and sends."""
    lists = _lists(turn, found)
    rounds.hold(turn.session, found)
    if found.announcement_id is None and any(lists.values()):
        found.announcement_id = _draft(turn, found, lists).id
    if found.announcement_id is None:
        return show(turn, found)
    draft_found = Announcement.coordinated_by(turn.session, turn.person, found.announcement_id)
    return turn.show(draft_found) if draft_found else show(turn, found)


def _draft(turn: Turn, found: Round, lists: Lists) -> Announcement:
    """The announcement, in the coordinator's language and in each that people of the programme read."""
    own = letter(turn.words, lists)
    draft = announcements.write(turn.session, found.programme, turn.person, own, turn.now)
    read = programmes.languages(turn.session, found.programme)
    for code in (code for code in read if code in turn.catalogues.languages and code != draft.language):
        words = letter(turn.catalogues.words(code), lists)
        said = versions.by_coordinator(turn.person, code, words, turn.now)
        versions.keep(turn.session, draft.versions, said)
    return draft


def letter(words: Words, lists: Lists) -> str:
    """The three lists as everybody reads them: our sentences in a language, themes as they were written.

    Without the quotes, where it would be too long with them.
    """
    whole = _letter(words, lists, quotes=True)
    return whole if units(whole) <= TEXT_LENGTH else _letter(words, lists, quotes=False)


def _letter(words: Words, lists: Lists, quotes: bool) -> str:
    _ = words._
    labels = wording.headings(words)
    said = [[labels[asked], *_told(words, piles, quotes)] for asked, piles in lists.items() if piles]
    parts = [[_("This is what we said together.")], *said, [_("Thank you to everybody who answered.")]]
    return "\n\n".join("\n".join(plain(line) for line in part) for part in parts)
