"""Steps: one is shown, ticked off, taken back, or dropped; by either of the pair, safe to press twice."""

from markupsafe import Markup

from db import lessons, steps
from db.acts import Verb
from db.goals import WORDS_LENGTH
from db.moments import stuck
from db.steps import Step
from handlers import dates, news, planning, smaller
from handlers.dates import When
from handlers.kit import ready
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Row, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("steps")


@topic.page
def show(turn: Turn, step: Step) -> Screen:
    """One step: what, who, until when, and what one can do with it."""
    _ = turn.words._
    text = paragraphs(
        _("Goal: {goal}", goal=ready.goal(turn.words, step.goal)),
        lines([turn.words.bold(ready.step(turn.words, step)), *about(turn, step)]),
        _state(turn, step),
        _lesson(turn, step),
    )
    return Screen(text, _rows(turn, step), up=step.goal)


def about(turn: Turn, step: Step) -> list[Markup | None]:
    """In which language it was written, who does it and until when, a line each."""
    _ = turn.words._
    return [
        ready.step_written(turn.words, step),
        _who(turn, step),
        _("Until: {day}", day=turn.words.day(step.until)) if step.until else None,
    ]


def _who(turn: Turn, step: Step) -> Markup:
    _ = turn.words._
    if step.doer_id == turn.person.id:
        return _("You do it.")
    names = {other.id: other.called for other in step.goal.pair.others(turn.person)}
    name = names.get(step.doer_id or 0)
    if name:
        return _("{name} does it.", name=name)
    return _("Whoever can does it.") if step.anyone else _("You do it together.")


def _state(turn: Turn, step: Step) -> Markup | None:
    _ = turn.words._
    if step.dropped_at:
        return _("This step was dropped.")
    if step.rested_at:
        return _("This step is put aside.")
    return _("Done.") if step.done_at else None


def _lesson(turn: Turn, step: Step) -> Markup | None:
    _ = turn.words._
    lesson = lessons.of_step(turn.session, step) if step.done_at else None
    if lesson is None:
        return None
    return lines(
        [
            _("What helped: {words}", words=lesson.words),
            ready.written(turn.words, lesson.language, lesson.words),
        ]
    )


def _rows(turn: Turn, step: Step) -> list[Row]:
    _ = turn.words._
    if step.done_at:
        return [[Button(_("Say what helped"), ask_helped.link(step)), Button(_("Undo"), reopen.link(step))]]
    if not step.open:
        back = _("Take it up again") if step.rested_at else _("Take it back")
        return [[Button(back, restore.link(step))]]
    return [
        [Button(_("Done"), finish.link(step)), Button(_("Change it"), change.link(step))],
        *smaller_row(turn, step),
    ]


def smaller_row(turn: Turn, step: Step) -> list[Row]:
    """The offer to make a step smaller whose date has gone by twice."""
    _ = turn.words._
    if not stuck(step.until, step.slips, turn.today):
        return []
    return [[Button(_("Make it smaller"), smaller.ask_first.link(step))]]


@topic.page
def finish(turn: Turn, step: Step) -> Screen:
    """Tick it off; the other hears of it."""
    if step.finish(turn.session, turn.person, turn.now):
        news.tell(turn, Verb.STEP_DONE, step)
    return show(turn, step)


@topic.page
def reopen(turn: Turn, step: Step) -> Screen:
    """Take the tick back."""
    if step.reopen(turn.session):
        news.tell(turn, Verb.STEP_REOPENED, step)
    return show(turn, step)


@topic.page
def ask_helped(turn: Turn, step: Step) -> Screen:
    """What helped with it; one line, for both to read."""
    _ = turn.words._
    if step.done_at is None:
        return show(turn, step)
    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), _("What helped? Write one line.")]),
        awaits=take_helped.link(step),
        up=step,
    )


@topic.reply
def take_helped(turn: Turn, step: Step) -> Screen:
    """Keep what helped."""
    if words := turn.text(WORDS_LENGTH):
        lessons.keep(turn.session, step, turn.person, words)
    return show(turn, step)


@topic.page
def not_yet(turn: Turn, step: Step) -> Screen:
    """A full answer, without fault; unless it was done or dropped meanwhile."""
    _ = turn.words._
    screen = show(turn, step)
    return screen.saying(_("All right. It stays open.")) if step.open else screen


@topic.page
def change(turn: Turn, step: Step) -> Screen:
    """What can be changed about a step."""
    _ = turn.words._
    over = steps.above(turn.session, step)
    return Screen(
        lines([turn.words.bold(ready.step(turn.words, step)), *about(turn, step)]),
        [
            [
                Button(_("Tomorrow"), dates.set_when.link(step, When.TOMORROW)),
                Button(_("Next week"), dates.set_when.link(step, When.NEXT_WEEK)),
            ],
            *([[Button(_("Move up"), move_up.link(step, over))]] if over else []),
            [Button(_("Change words"), planning.ask_words.link(step))],
            [Button(_("Change who"), planning.ask_who.link(step, planning.Then.STEP))],
            [Button(_("Change date"), dates.ask.link(step))],
            [Button(_("Make it smaller"), smaller.ask_first.link(step))],
            [Button(_("Drop it"), drop.link(step))],
        ],
        up=step,
    )


@topic.page
def move_up(turn: Turn, step: Step, over: Step) -> Screen:
    """Put it before the step above it; pressed twice, it moves once."""
    steps.move_up(turn.session, step, over)
    return turn.show(step.goal)


@topic.page
def drop(turn: Turn, step: Step) -> Screen:
    """Let it go. It can be taken back."""
    if step.drop(turn.session, turn.now):
        news.tell(turn, Verb.STEP_DROPPED, step)
    return show(turn, step)


@topic.page
def restore(turn: Turn, step: Step) -> Screen:
    """Take back a step that was dropped or put aside."""
    if step.restore(turn.session):
        news.tell(turn, Verb.STEP_REOPENED, step)
    return show(turn, step)
