"""News of a pair: what one does, the others hear, several acts within two minutes in one message."""

from datetime import timedelta

from markupsafe import Markup

from db import acts, deliveries, pairs
from db.acts import Act, Verb
from db.goals import Goal
from db.kinds import Kind
from db.pairs import Pair
from db.steps import Step
from handlers.kit import ready
from handlers.kit.links import Gone, Link
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import Words, lines, paragraphs

GATHERING = timedelta(minutes=2)
SHOWN = 10
topic = Topic("news")


def tell(turn: Turn, verb: Verb, about: Goal | Step) -> None:
    """Keep an act and have the others hear of it."""
    goal, step = (about, None) if isinstance(about, Goal) else (about.goal, about)
    pair = goal.pair
    done = {"person_id": turn.person.id, "verb": verb, "at": turn.now}
    acts.record(turn.session, pair, goal_id=goal.id, step_id=step.id if step else None, **done)
    reach(turn, pair, of_pair.link(pair))


def reach(turn: Turn, pair: Pair, link: Link) -> None:
    """Have the others of a pair hear something soon, once however often it is asked for. A sign of theirs."""
    pair.stir(turn.now)
    for other in pair.others(turn.person):
        deliveries.plan_once(turn.session, Kind.NEWS, link, turn.now + GATHERING, other.id)


@topic.page
def of_pair(turn: Turn, pair: Pair) -> Screen:
    """What the others did since this person last heard. Gone when nothing of it holds any more."""
    pairs.hold(turn.session, pair)
    reader = pair.place_of(turn.person)
    found = acts.untold(turn.session, pair, reader)
    reader.told_act = max((act.id for act in found), default=reader.told_act)
    true = _once_each(found)
    if not true or pair.ended_at:
        raise Gone
    shown = true[-SHOWN:]
    things = list(dict.fromkeys(act.step or act.goal for act in shown))
    told = lines([turn.words.bold(turn.words._("News")), *(_line(turn.words, act) for act in shown)])
    return Screen(
        paragraphs(told, _praise(turn.words, shown)),
        [[Button(_called(turn.words, thing), turn.link_to(thing))] for thing in things],
    )


def _once_each(found: list[Act]) -> list[Act]:
    """What is otherwise than it was when this person last heard, each thing said once."""
    first: dict[tuple[int, int | None], Act] = {}
    for act in found:
        first.setdefault((act.goal_id, act.step_id), act)
    told = {
        (act.verb, act.goal_id, act.step_id): act
        for act in found
        if act.true and _differs(act.verb, first[act.goal_id, act.step_id])
    }
    return list(told.values())


def _differs(verb: Verb, first: Act) -> bool:
    """Whether an act is news, given the first one on the same thing: that one tells how it was before."""
    match verb:
        case Verb.GOAL_ADDED | Verb.GOAL_REOPENED | Verb.STEP_ADDED | Verb.STEP_REOPENED:
            return first.verb == verb  # otherwise it was open before, and is again
        case Verb.GOAL_CHANGED | Verb.STEP_CHANGED:
            return first.verb not in (Verb.GOAL_ADDED, Verb.STEP_ADDED)
        case Verb.GOAL_DROPPED | Verb.STEP_DROPPED | Verb.GOAL_RESTED | Verb.STEP_RESTED:
            return first.at != (first.step or first.goal).added_at  # otherwise nobody has heard of it yet
        case Verb.STEP_DONE:
            return first.verb != Verb.STEP_REOPENED  # otherwise it was done before, and is again
    return True


def _praise(words: Words, shown: list[Act]) -> Markup | None:
    """A short celebration where a goal is finished."""
    finished = any(act.verb == Verb.GOAL_FINISHED for act in shown)
    return words._("A goal is reached. Well done to all of you.") if finished else None


def _called(words: Words, thing: Goal | Step) -> str:
    return ready.goal(words, thing) if isinstance(thing, Goal) else ready.step(words, thing)


def _line(words: Words, act: Act) -> Markup:
    """One act as a sentence. The name leads no verb that would need its gender."""
    _ = words._
    name = act.person.called
    goal = ready.goal(words, act.goal)
    if act.step is None:
        return {
            Verb.GOAL_ADDED: _("New goal from {name}: {goal}", name=name, goal=goal),
            Verb.GOAL_CHANGED: _("Goal changed by {name}: {goal}", name=name, goal=goal),
            Verb.GOAL_FINISHED: _("Goal finished by {name}: {goal}", name=name, goal=goal),
            Verb.GOAL_REOPENED: _("Goal open again, says {name}: {goal}", name=name, goal=goal),
            Verb.GOAL_RESTED: _("Goal put aside by {name}: {goal}", name=name, goal=goal),
            Verb.GOAL_DROPPED: _("Goal dropped by {name}: {goal}", name=name, goal=goal),
        }[act.verb]
    step = ready.step(words, act.step)
    return {
        Verb.STEP_ADDED: _("New step from {name}: {step}", name=name, step=step),
        Verb.STEP_CHANGED: _("Step changed by {name}: {step}", name=name, step=step),
        Verb.STEP_DONE: _("Step done, says {name}: {step}", name=name, step=step),
        Verb.STEP_REOPENED: _("Step open again, says {name}: {step}", name=name, step=step),
        Verb.STEP_RESTED: _("Step put aside by {name}: {step}", name=name, step=step),
        Verb.STEP_DROPPED: _("Step dropped by {name}: {step}", name=name, step=step),
    }[act.verb]
