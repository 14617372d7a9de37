"""Which prompt a pair gets: what fits its season, its languages and what its people liked to answer."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from db import answers, icebreakers, outings
from db.answers import Exchange
from db.contents import Medium
from db.icebreakers import Icebreaking
from db.pairs import Pair
from db.people import Person
from handlers.kit.choosing import Fitting, choose, stage
from handlers.kit.prompts import Effort, Level, Prompt, Theme, library
from handlers.kit.turn import Turn

T = TypeVar("T")
MADE = {None: Effort.WORD, Medium.VOICE: Effort.VOICE, Medium.PHOTO: Effort.PHOTO}
"""The effort of an answer, by what holds it."""


def of_pair(turn: Turn, pair: Pair) -> list[Exchange]:
    """What the pair has had that is still in the library, with what was said to it, oldest first."""
    return [each for each in answers.of_pair(turn.session, pair) if each.idea.key in library()]


def lies_open(turn: Turn, had: Sequence[Exchange]) -> Exchange | None:
    """What somebody finds on demand: what another has answered, else the newest if it is not over."""
    asked = next((each for each in had if each.asks(turn.person, turn.now)), None)
    if asked or not had:
        return asked
    newest = had[-1]
    over = newest.open or newest.closed(turn.now)
    own = newest.of(turn.person)
    return None if over or (own and own.skipped) else newest


def fresh(turn: Turn, pair: Pair, had: Sequence[Exchange]) -> Icebreaking | None:
    """One more prompt for the pair, from now on the newest of theirs. None where nothing is left."""
    kept = {each.idea.key for each in had if each.first}
    free = [prompt for key, prompt in library().items() if key not in kept]
    chosen = best(free, fitting(turn, pair, had))
    if chosen is None:
        return None
    again = next((each.idea for each in had if each.idea.key == chosen.key), None)
    if again is None:
        return icebreakers.give(turn.session, pair, chosen.key, turn.now, _taught(chosen, had))
    icebreakers.give_again(turn.session, again, turn.now)
    answers.forget_skips(turn.session, again)
    return again


def best(prompts: Sequence[Prompt], fitting: Fitting) -> Prompt | None:
    """What fits; where nothing does in the little language they share, what asks for more of it."""
    return choose(prompts, fitting) or choose(prompts, replace(fitting, level=Level.SOME))


def next_for(turn: Turn, pair: Pair, had: Sequence[Exchange]) -> Icebreaking | None:
    """What to say unasked: the pair's newest prompt if this person has not seen it, or else a new one.

    So both get the same, each at their own hour, and nobody the same twice.
    """
    newest = had[-1] if had else None
    if newest and not newest.open and not newest.closed(turn.now) and seen(turn, newest.idea):
        return newest.idea
    idea = fresh(turn, pair, had)
    if idea:
        seen(turn, idea)
    return idea


def seen(turn: Turn, idea: Icebreaking) -> bool:
    """Remember that the reader has it before them. Whether that is new."""
    return icebreakers.open(turn.session, idea, turn.person, turn.now)


def fitting(turn: Turn, pair: Pair, had: Sequence[Exchange]) -> Fitting:
    """What a prompt is chosen for."""
    return Fitting(
        stage(pair.season(turn.person.zone), turn.today),
        turn.today.month,
        level=level(pair.people),
        likes=_all_of(pair, lambda person: liked(person, had)),
        efforts=_all_of(pair, lambda person: made(person, had)),
        had=[*outings.had(turn.session, pair), *(each.idea.key for each in had)],
    )


def level(people: Iterable[Person]) -> Level:
    """How much they can say to each other: a lot if all read one language, a few words if all speak one."""
    everybody = list(people)
    if len({each.language for each in everybody}) == 1:
        return Level.SOME
    known = [{*(each.speaks or []), each.language} for each in everybody]
    return Level.LITTLE if set.intersection(*known) else Level.NONE


def liked(person: Person, had: Iterable[Exchange]) -> set[Theme]:
    """Themes that somebody answered more often than they skipped them."""
    counted: Counter[Theme] = Counter()
    for each in had:
        if own := each.of(person):
            counted[library()[each.idea.key].theme] += -1 if own.skipped else 1
    return {theme for theme, count in counted.items() if count > 0}


def made(person: Person, had: Iterable[Exchange]) -> set[Effort]:
    """Efforts that somebody made to answer."""
    own = [each.of(person) for each in had]
    return {MADE[each.medium] for each in own if each and each.stands}


def _all_of(pair: Pair, of: Callable[[Person], set[T]]) -> set[T]:
    """What holds for everybody in the pair."""
    return set.intersection(*(of(each) for each in pair.people))


def _taught(prompt: Prompt, had: Sequence[Exchange]) -> int | None:
    """Whose turn it is to show something: each after the other, of those times that all answered."""
    before = [each.idea.taught for each in had if each.open and each.idea.taught is not None]
    return max(before, default=-1) + 1 if prompt.teaches else None


def leader(idea: Icebreaking) -> Person | None:
    """Who shows the others something this time; None where nobody has to."""
    people = sorted(idea.pair.people, key=lambda each: each.id)
    return None if idea.taught is None else people[idea.taught % len(people)]
