"""The entrance: what `/start` and a deep link open."""

from handlers import joining
from handlers.community import contributing, together
from handlers.coordinator import groups
from handlers.events import attending
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn

topic = Topic("entrance", doorstep=True)


@topic.page
def start(turn: Turn, payload: str) -> Screen:
    """An invitation, a group that waits to be confirmed, or the question or the event of one."""
    if payload.startswith(together.PREFIX):
        return contributing.enter(turn, payload)
    if payload.startswith(attending.PREFIX):
        return attending.enter(turn, payload)
    if payload.startswith(groups.PREFIX):
        return groups.confirm(turn, payload.removeprefix(groups.PREFIX))
    return joining.invitation(turn, payload)
