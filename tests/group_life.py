"""What happens in a group, for the crawlers: an idea, both games, answers given and taken back."""

from db.people import Role
from tests.crawler import Crawler
from tests.group_changes import changes
from tests.people import Cast, Who
from tests.phones import Phone
from tests.quiet_weeks import opens
from tests.rooms import Room

SAID = "Walk to the sea"
"""What crawlers say."""


def shares_in_group(cast: Cast, rosa: Crawler, room: Room) -> Crawler:
    """Rosa confirms the group once more, gives it an idea and both games; Sol answers behind the doors."""
    cast.talk.clock.at("Friday 12:00")
    room.app = cast.programme.language
    talk, group = cast.talk, cast.talk.rows()["groups"][0]
    sol = Crawler(cast.joined(Who("Sol", Role.MENTOR, rosa.language, ["fr", "en", "tr", "ar"])))
    opens(
        rosa,
        f"groups.accept:{cast.programme.id}:{group['token']}",
        f"groups.show:{group['id']}",
        f"posting.set_clock:{group['id']}:4:18",
        f"posting.turn_off:{group['id']}",
        f"posting.offer:{group['id']}:0",
        f"posting.post:{group['id']}:favourite-dish",
    )
    talk.delivers()
    answers(sol, room.door)
    rosa.phone.forges(f"tidying.overview:{group['id']}")
    rosa.looks()
    rosa.phone.presses("{name}: {words}", name="Sol", words=SAID)
    rosa.looks()
    rosa.phone.presses("Take it out")
    rosa.opened["tidying.take_out"] += 1
    rosa.looks()
    _leaves(rosa, room, group["id"])
    for play in (names, words):
        rosa.phone.forges(f"playing.start:{group['id']}:{play.__name__}")
        rosa.looks()
        talk.delivers()
        play(sol, room)
        rosa.phone.forges(f"playing.games:{group['id']}")
        rosa.looks()
        talk.passes(seconds=7)
        talk.passes(days=5 if play is words else 7)
    rosa.phone.presses("End the game")
    rosa.looks()
    talk.passes(seconds=7)
    changes(rosa, room, group["id"])
    return sol


def _leaves(rosa: Crawler, room: Room, group: int) -> None:
    """An idea is posted, and taken out again at the second go."""
    opens(rosa, f"posting.post:{group}:a-hot-drink")
    room.talk.delivers()
    idea = room.talk.rows()["activities"][-1]["id"]
    opens(rosa, f"unposting.overview:{group}", f"unposting.ask:{idea}", f"unposting.take_out:{idea}")
    opens(rosa, f"unposting.undo:{idea}", f"unposting.take_out:{idea}", f"together.gone:{room.last}")
    room.talk.passes(minutes=1)


def names(sol: Crawler, room: Room) -> None:
    """A full row of names: two of Sol's, and a guest's."""
    card = room.talk.rows()["activities"][-1]["id"]
    sol.phone.forges(f"together.read:{card}")
    sol.looks()
    guest = Phone(room.talk, 4004)
    for cell, phone in ((0, sol.phone), (1, sol.phone), (2, guest)):
        room.is_forged(phone, f"together.claim:{card}:{cell}", "Guest")


def words(sol: Crawler, room: Room) -> None:
    """A full row of words, the last in another language, and one taken back."""
    room.looks_at(max(room.messages))
    for door in room.doors[:4]:
        answers(sol, door)
    sol.phone.presses("Türkçe")
    sol.opened["tongues.say"] += 1
    sol.looks()
    sol.phone.presses("Change it")
    sol.looks()
    sol.phone.presses("Take it back")
    sol.looks()


def answers(sol: Crawler, door: str) -> None:
    """Open a door of the group, and say something there."""
    sol.phone.opens(door)
    sol.looks()
    if sol.phone.screen.awaits:
        sol.phone.says(SAID)
    sol.reads(sol.phone.screen)
