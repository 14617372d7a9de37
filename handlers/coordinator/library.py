"""The library of ready steps as a programme offers it: some hidden, some in other words, some of its own."""

from markupsafe import Markup

from db import editions, steps
from db.editions import WORDS_LENGTH, Edition
from db.needs import Need
from db.programmes import Programme
from handlers.coordinator import wording
from handlers.kit import languages, needs, private, ready
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.ready import Ready
from handlers.kit.screen import Button, Row, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("library", coordinators=True)


@topic.page
def overview(turn: Turn, programme: Programme) -> Screen:
    """The categories."""
    _ = turn.words._
    buttons = [Button(needs.label(turn.words, each), shelf.link(programme, each)) for each in Need]
    return Screen(
        lines(
            [
                turn.words.bold(_("Ready steps")),
                _("Pairs can choose these steps with one tap."),
                _("Hide some, change their words, or add your own."),
            ]
        ),
        in_rows(buttons, 2),
        up=programme,
    )


@topic.page
def shelf(turn: Turn, programme: Programme, need: Need) -> Screen:
    """The ready steps of a category, those that pairs can choose ticked."""
    _ = turn.words._
    everything = ready.of_programme(turn.session, programme.id)
    found = ready.of_category(everything, need, programme.zone)
    return Screen(
        lines(
            [
                turn.words.bold(needs.label(turn.words, need)),
                _("Pairs can choose the steps with a tick."),
                ready.some_written(turn.words, found),
            ]
        ),
        [
            *[[_button(turn, programme, each)] for each in found],
            [Button(_("Add a step"), ask_step.link(programme, need))],
            [Button(_("Other topics"), overview.link(programme))],
        ],
    )


def _button(turn: Turn, programme: Programme, step: Ready) -> Button:
    return Button(ticked(ready.said(turn.words, step), not step.hidden), look.link(programme, step.key))


@topic.page
def look(turn: Turn, programme: Programme, key: str) -> Screen:
    """One ready step: whether pairs can choose it, and what the programme calls it in which language."""
    _ = turn.words._
    step = _found(turn, programme, key)
    text = paragraphs(
        turn.words.bold(ready.said(turn.words, step)),
        _("Hidden. Pairs that chose it keep it.") if step.hidden else _("Pairs can choose it."),
        _wordings(turn, programme, step),
    )
    turning = (
        Button(_("Show it again"), unhide.link(programme, key))
        if step.hidden
        else Button(_("Hide it"), hide.link(programme, key))
    )
    back = Button(_("Go back"), shelf.link(programme, Need(step.category)))
    return Screen(text, [[turning], *_changes(turn, programme, step), [back]])


@topic.page
def show(turn: Turn, edition: Edition) -> Screen:
    """What a programme made of a ready step."""
    return look(turn, edition.programme, edition.ref)


def _found(turn: Turn, programme: Programme, key: str) -> Ready:
    """Raises Gone where there is no such step, or it is none of a category."""
    step = ready.of_programme(turn.session, programme.id).get(key)
    if step is None or step.category not in list(Need):
        raise Gone
    return step


def _wordings(turn: Turn, programme: Programme, step: Ready) -> Markup | None:
    _ = turn.words._
    if step.edition is None or not step.edition.wordings:
        return None
    said = [
        _("{language}: {words}", language=languages.name(each.language), words=each.words)
        for each in step.edition.wordings
    ]
    missing = [code for code in wording.spoken(turn, programme) if not step.edition.written_in(code)]
    names = turn.words.listed([languages.name(code) for code in missing])
    return lines([*said, _("Not written yet: {languages}", languages=names) if missing else None])


def _changes(turn: Turn, programme: Programme, step: Ready) -> list[Row]:
    """The words in each language, once there are any of the programme's own; before that, one way in."""
    _ = turn.words._
    if step.edition is None or not step.edition.wordings:
        return [[Button(_("Change words"), change.link(programme, step.key))]]
    first = [[Button(_("Use the first words"), wording.unsay.link(step.edition))]] if step.words else []
    return [*in_rows(wording.tongues(step.edition, wording.spoken(turn, programme)), 2), *first]


@topic.page
def hide(turn: Turn, programme: Programme, key: str) -> Screen:
    """Offer it no more."""
    _edition(turn, programme, key).hidden = True
    return look(turn, programme, key)


@topic.page
def unhide(turn: Turn, programme: Programme, key: str) -> Screen:
    """Offer it again."""
    _edition(turn, programme, key).hidden = False
    return look(turn, programme, key)


def _edition(turn: Turn, programme: Programme, key: str) -> Edition:
    """The programme's own edition, which from now on is what pairs see."""
    step = _found(turn, programme, key)
    if step.edition:
        return step.edition
    edition, new = editions.begin(turn.session, programme, key)
    if new:
        steps.follow(turn.session, edition)
    return edition


@topic.page
def change(turn: Turn, programme: Programme, key: str) -> Screen:
    """Other words, in one's own language first."""
    return wording.ask(turn, _edition(turn, programme, key), turn.words.language)


@topic.page
def ask_step(turn: Turn, programme: Programme, need: Need) -> Screen:
    """The words of a step of the programme's own."""
    _ = turn.words._
    return Screen(
        paragraphs(
            turn.words.bold(needs.label(turn.words, need)),
            lines(
                [
                    _("Please write the step."),
                    _("At most {n} letters. Your words stay with the programme.", n=WORDS_LENGTH),
                ]
            ),
        ),
        [[Button(_("Go back"), shelf.link(programme, need))]],
        awaits=take_step.link(programme, need),
    )


@topic.reply
def take_step(turn: Turn, programme: Programme, need: Need) -> Screen:
    """Keep the step, and ask in which language it is."""
    words = turn.text(WORDS_LENGTH, private.number)
    if not words:
        return ask_step(turn, programme, need)
    edition = editions.add(turn.session, programme, need)
    words_kept = edition.say(turn.session, turn.person, turn.words.language, words)
    return wording.ask_language(turn, words_kept)
