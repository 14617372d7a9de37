"""Steps: one is shown, ticked off, taken back, or dropped; by either of the pair, safe to press twice."""

from markupsafe import Markup

from db.acts import Verb
from db.steps import Step
from handlers import news, planning
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
        _("Goal: {goal}", goal=step.goal.words),
        lines([turn.words.bold(step.words), *about(turn, step)]),
        _state(turn, step),
    )
    return Screen(text, _rows(turn, step), up=step.goal)


def about(turn: Turn, step: Step) -> list[Markup | None]:
    """Who does it and until when, a line each."""
    _ = turn.words._
    return [
        _who(turn, step),
        _("Until: {day}", day=turn.words.day(step.until)) if step.until else None,
    ]


def _who(turn: Turn, step: Step) -> Markup:
    _ = turn.words._
    if step.doer_id == turn.person.id:
        return _("You do it.")
    names = {other.id: other.called for other in step.goal.pair.others(turn.person)}
    name = names.get(step.doer_id or 0)
    return _("{name} does it.", name=name) if name else _("You do it together.")


def _state(turn: Turn, step: Step) -> Markup | None:
    _ = turn.words._
    if step.dropped_at:
        return _("This step was dropped.")
    return _("Done.") if step.done_at else None


def _rows(turn: Turn, step: Step) -> list[Row]:
    _ = turn.words._
    if step.done_at:
        return [[Button(_("Undo"), reopen.link(step))]]
    if step.dropped_at:
        return [[Button(_("Take it back"), restore.link(step))]]
    return [[Button(_("Done"), finish.link(step)), Button(_("Change it"), change.link(step))]]


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
def not_yet(turn: Turn, step: Step) -> Screen:
    """A full answer, without fault; unless it was done or dropped meanwhile."""
    _ = turn.words._
    screen = show(turn, step)
    return screen.saying(_("All right. It stays open.")) if step.open else screen


@topic.page
def change(turn: Turn, step: Step) -> Screen:
    """What can be changed about a step."""
    _ = turn.words._
    return Screen(
        lines([turn.words.bold(step.words), *about(turn, step)]),
        [
            [Button(_("Change words"), planning.ask_words.link(step))],
            [Button(_("Change who"), planning.ask_who.link(step, planning.Then.STEP))],
            [Button(_("Change date"), planning.ask_until.link(step))],
            [Button(_("Drop it"), drop.link(step))],
        ],
        up=step,
    )


@topic.page
def drop(turn: Turn, step: Step) -> Screen:
    """Let it go. It can be taken back."""
    if step.drop(turn.session, turn.now):
        news.tell(turn, Verb.STEP_DROPPED, step)
    return show(turn, step)


@topic.page
def restore(turn: Turn, step: Step) -> Screen:
    """Take a dropped step back."""
    if step.restore(turn.session):
        news.tell(turn, Verb.STEP_REOPENED, step)
    return show(turn, step)
