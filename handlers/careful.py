"""A second thought: words that look private are shown to their writer before anybody keeps them."""

from handlers.kit.links import Gone, Vouched, mark
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("careful", doorstep=True)


@topic.page
def ask(turn: Turn) -> Screen:
    """What they wrote, and whether it is not better kept out of a chat."""
    _ = turn.words._
    held = turn.held
    if not held:
        return _closed(turn)
    question = _key(turn.awaited)
    return Screen(
        paragraphs(
            turn.words.bold(held.words),
            lines(
                [
                    _("This looks like a private number or address."),
                    _("Others may read it on a phone. Shall we keep it out of this chat?"),
                ]
            ),
        ),
        [
            [Button(_("Write it again"), again.link(question))],
            [Button(_("Keep it"), keep.link(f"{question}-{_key(held.words)}"))],
        ],
        awaits=turn.awaited,
        holds=held,
        ends=turn.person.joining is not None,
    )


@topic.page
def again(turn: Turn, question: str) -> Screen:
    """Nothing of it is kept, and the question stands open as before."""
    _ = turn.words._
    if not turn.awaited or question != _key(turn.awaited):
        return _closed(turn)
    return Screen(
        lines(
            [
                _("It is not kept. Please write it again without the number or address."),
                _("You can also erase your message in this chat."),
            ]
        ),
        awaits=turn.awaited,
        ends=turn.person.joining is not None,
    )


@topic.page
def keep(turn: Turn, meant: str) -> Screen:
    """Have exactly these words answer exactly that question. Raises Vouched, for the engine to do so."""
    question, _, words = meant.partition("-")
    awaited, held = turn.awaited, turn.held
    if awaited and held and (question, words) == (_key(awaited), _key(held.words)):
        raise Vouched(awaited, held.words)
    return again(turn, question)


def _closed(turn: Turn) -> Screen:
    """An old button, or one pressed twice: whatever is asked by now stays asked. Gone for strangers."""
    _ = turn.words._
    if turn.person.id is None:
        raise Gone
    return Screen(
        _("This question is no longer open. Nothing was kept twice."),
        awaits=turn.awaited,
        holds=turn.held,
        ends=turn.person.joining is not None,
    )


def _key(text: str | None) -> str:
    """The mark of a question or words; nothing where there are none."""
    return mark(text) if text else ""
