"""What matters now: each chooses privately, both see it side by side, and one tap makes a goal of it."""

from markupsafe import Markup

from db import pairs, wishes
from db.needs import Need
from db.pairs import Pair
from db.people import Role
from db.wishes import Wish, Wishes
from handlers import news, room
from handlers.kit import needs
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("matters")


@topic.page
def open(turn: Turn, pair: Pair) -> Screen:
    """Both choices side by side; before that, one's own or the question."""
    found = _found(turn, pair)
    if found.mine and found.waits:
        return _waiting(turn, pair, found.mine)
    return _both(turn, pair, found) if found.shared else ask(turn, pair)


@topic.page
def again(turn: Turn, pair: Pair) -> Screen:
    """Choose anew: by choice, or asked every eight weeks."""
    found = _found(turn, pair)
    return _waiting(turn, pair, found.mine) if found.mine and found.waits else ask(turn, pair)


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    """What would help, or what can be offered: up to three categories, ticked by tapping."""
    return _asking(turn, pair, _found(turn, pair).mine)


def _asking(turn: Turn, pair: Pair, mine: Wish | None) -> Screen:
    _ = turn.words._
    chosen = mine.needs if mine else []
    mentee = pair.place_of(turn.person).role == Role.MENTEE
    ticks = [
        Button(ticked(needs.label(turn.words, each), each in chosen), toggle.link(pair, each))
        for each in Need
    ]
    return Screen(
        lines(
            [
                turn.words.bold(_("What matters now")),
                _("What would help you now?") if mentee else _("What can you offer now?"),
                _("Choose up to three. Nobody else sees it yet."),
            ]
        ),
        [*in_rows(ticks, 2), *([[Button(_("Continue"), ask_learn.link(pair))]] if chosen else [])],
        up=pair,
    )


@topic.page
def toggle(turn: Turn, pair: Pair, need: Need) -> Screen:
    """Tick a category, or take the tick away; what was chosen is a draft again."""
    _ = turn.words._
    if pair.ended_at:
        raise Gone
    wish = wishes.begin(turn.session, pair, turn.person)
    wish.chosen_at = None
    fits = wish.toggle(need)
    screen = _asking(turn, pair, wish)
    return screen if fits else screen.saying(_("Three are enough for now."))


@topic.page
def ask_learn(turn: Turn, pair: Pair) -> Screen:
    """What one would like to learn from the other; nobody has to say."""
    _ = turn.words._
    mine = _found(turn, pair).mine
    if mine is None or not mine.needs:
        return ask(turn, pair)
    buttons = [Button(needs.label(turn.words, each), learn.link(pair, each)) for each in Need]
    return Screen(
        lines([_("What would you like to learn from {names}?", names=_names(turn, pair)), _("Choose one.")]),
        [*in_rows(buttons, 2), [Button(_("Skip"), skip.link(pair))]],
        up=pair,
    )


@topic.page
def learn(turn: Turn, pair: Pair, need: Need) -> Screen:
    """Keep it; the choice is made."""
    return _choose(turn, pair, need)


@topic.page
def skip(turn: Turn, pair: Pair) -> Screen:
    """The choice is made without it."""
    return _choose(turn, pair, None)


def _choose(turn: Turn, pair: Pair, need: Need | None) -> Screen:
    """Make the choice final for this round, and have the others hear that it is made, not what it is."""
    pairs.hold(turn.session, pair)
    wish = _found(turn, pair).mine
    if wish is None or wish.chosen_at or not wish.needs:
        return open(turn, pair)
    wish.learn, wish.chosen_at = need, turn.now
    turn.session.flush()
    news.reach(turn, pair, told.link(pair))
    return open(turn, pair)


@topic.page
def told(turn: Turn, pair: Pair) -> Screen:
    """What the others hear: both choices, or that one is there. Gone when they know it already."""
    _ = turn.words._
    found = _found(turn, pair)
    fresh = not found.mine or not found.mine.chosen_at
    if fresh and found.under_way - {turn.person.id}:
        return Screen(
            lines(
                [
                    _("{names} chose what matters now.", names=_names(turn, pair, found.under_way)),
                    _("When you have chosen too, you see it.")
                    if pair.many
                    else _("When you have chosen too, you both see it."),
                ]
            ),
            [[Button(_("Choose now"), again.link(pair))]],
        )
    if not found.shared or found.last == turn.person.id or found.waits:
        raise Gone
    return _both(turn, pair, found)


def _waiting(turn: Turn, pair: Pair, mine: Wish) -> Screen:
    _ = turn.words._
    return Screen(
        paragraphs(
            lines([turn.words.bold(_("What matters now")), _choice(turn, mine, None)]),
            _("When another of you has chosen too, you see it.")
            if pair.many
            else _("When {names} has chosen too, you both see it.", names=_names(turn, pair)),
        ),
        [[Button(_("Choose again"), ask.link(pair))]],
        up=pair,
    )


def _both(turn: Turn, pair: Pair, found: Wishes) -> Screen:
    _ = turn.words._
    names = {each.id: each.called for each in pair.others(turn.person)}
    common = found.common
    missing = names.keys() - {wish.person_id for wish in found.shared}
    shown = [(names.get(wish.person_id), wish) for wish in found.shared]
    return Screen(
        paragraphs(
            turn.words.bold(_("What matters now")),
            *[_choice(turn, wish, name) for name, wish in sorted(shown, key=lambda each: each[0] or "")],
            _("Not chosen yet: {names}", names=_names(turn, pair, missing)) if missing else None,
            lines(
                [
                    room.quick_win(turn, pair),
                    _("You share this. Tap to make it a goal:")
                    if common
                    else _("Tap what you would like as a goal:"),
                ]
            ),
        ),
        [
            *room.goal_rows(turn, pair, common or found.named),
            [Button(_("Choose again"), again.link(pair))],
        ],
        up=pair,
    )


def _choice(turn: Turn, wish: Wish, name: str | None) -> Markup:
    _ = turn.words._
    chosen = turn.words.dotted(needs.labels(turn.words, wish.needs))
    learnt = needs.label(turn.words, wish.learn) if wish.learn else None
    return lines(
        [
            _("<b>{name}</b>: {needs}", name=name, needs=chosen)
            if name
            else _("<b>You</b>: {needs}", needs=chosen),
            _("To learn: {need}", need=learnt) if learnt else None,
        ]
    )


def _names(turn: Turn, pair: Pair, ids: set[int] | None = None) -> Markup:
    others = pair.others(turn.person)
    return turn.called(each for each in others if ids is None or each.id in ids)


def _found(turn: Turn, pair: Pair) -> Wishes:
    if pair.ended_at:
        raise Gone
    return wishes.of_pair(turn.session, pair, turn.person)
