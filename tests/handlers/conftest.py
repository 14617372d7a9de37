"""The people of the dialogues, by name."""

import pytest

from db.engine import Database
from tests import rounds
from tests.handlers.test_announcements import confirms, tells
from tests.people import Cast, gather
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

HOW = "<i>Reply to this message. Your first name and words will stand here.</i>"
SOON = 7
"""Seconds until a change is seen in a group."""


@pytest.fixture
def talk(database: Database) -> Talk:
    """A talk on a fresh database, on a Monday at ten in Marseille."""
    return Talk(database)


@pytest.fixture
def cast(talk: Talk) -> Cast:
    """Everybody below, in their places."""
    return gather(talk)


@pytest.fixture
def rosa(cast: Cast) -> Phone:
    """Rosa coordinates the programme in Marseille and reads French."""
    return cast.phones["Rosa"]


@pytest.fixture
def ada(cast: Cast) -> Phone:
    """Ada arrived last year, reads Arabic, and has Nia for a mentor."""
    return cast.phones["Ada"]


@pytest.fixture
def nia(cast: Cast) -> Phone:
    """Nia grew up in Marseille, reads French, and is Ada's mentor."""
    return cast.phones["Nia"]


@pytest.fixture
def helper(nia: Phone) -> Phone:
    """Nia reads French, speaks English, and agreed to help."""
    nia.opens()
    nia.presses("Settings", "Help to translate", "I want to help")
    return nia


@pytest.fixture
def samir(cast: Cast) -> Phone:
    """Samir is in another pair, reads English, and must never see what is Ada's."""
    return cast.phones["Samir"]


@pytest.fixture
def ines(cast: Cast) -> Phone:
    """Ines is Samir's mentor and reads French."""
    return cast.phones["Ines"]


@pytest.fixture
def karim(cast: Cast) -> Phone:
    """Karim has his app in Arabic and holds an invitation that he has not opened yet."""
    return cast.phones["Karim"]


@pytest.fixture
def bea(cast: Cast) -> Phone:
    """Bea coordinates a programme in Athens and must never see Marseille's."""
    return cast.phones["Bea"]


@pytest.fixture
def room(talk: Talk) -> Room:
    """The group chat of Rosa's people."""
    return Room(talk, -500)


@pytest.fixture
def chez_rosa(rosa: Phone, room: Room) -> Room:
    """The group, confirmed."""
    confirms(rosa, room)
    return room


@pytest.fixture
def group(rosa: Phone, room: Room) -> Room:
    """The group, confirmed; Rosa looks at it on her desk."""
    confirms(rosa, room)
    rosa.presses("Chez Rosa")
    return room


@pytest.fixture
def idea(group: Room, rosa: Phone) -> Room:
    """The group, with an idea in it."""
    rosa.presses("Post an idea", "Post it")
    rosa.sees("It goes to {group}.", group="Chez Rosa")
    assert rosa.talk.delivers() == 1
    group.sees("Idea to share", HOW)
    return group


@pytest.fixture
def told(rosa: Phone) -> int:
    """Rosa's announcement has come to everybody; its number."""
    return tells(rosa)


@pytest.fixture
def over(rosa: Phone, cast: Cast) -> None:
    """Five have answered everything that a round asks, and it is closed."""
    rounds.fifth(cast)
    rounds.asks(rosa)
    rounds.all_answer(cast)
    rounds.closes(rosa)
