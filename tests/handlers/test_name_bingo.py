"""Name bingo: a card in the group, a name in a field by a press, a glad word for each full row."""

import asyncio

import pytest

from bot.answers import Hint
from bot.events import Event, Someone, Tapped
from bot.undeliverable import TryAgain
from db import heard
from db.activities import Play
from handlers.community import cards
from handlers.kit.bidi import strip
from tests.handlers.test_announcements import confirms
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import CHANNEL, Talk

THREE = [cards.library(Play.NAMES)[key] for key in cards.draw(Play.NAMES, [])[:3]]


@pytest.fixture
def game(rosa: Phone, room: Room) -> Room:
    """The group, with a card of names in it."""
    confirms(rosa, room)
    plays(rosa, "Name bingo")
    assert rosa.talk.delivers() == 1
    return room


def plays(rosa: Phone, title: str) -> None:
    """Rosa begins a game in the group, from her desk."""
    rosa.opens()
    rosa.presses("Open my desk", "Groups", "Chez Rosa", "Play a game", title)
    rosa.sees(title, *([*THREE, "It lasts a week. You can end it before."] if "Name" in title else []))
    rosa.presses("Start the game")


def test_a_name_comes_to_stand_in_a_field(game: Room, ada: Phone, talk: Talk) -> None:
    game.sees("Is it true for you? Press the number. Two fields each at most.", *THREE)
    assert game.labels == [str(number) for number in range(1, 10)]
    assert [len(row) for row in game.screen.rows] == [3, 3, 3]
    assert game.is_tapped(ada, "2") == ada.say("Your name stands in field {n}.", n=2)
    assert talk.passes(seconds=7) == 1
    assert game.labels[:3] == ["1", "Ada ✓", "3"]
    assert len(game.messages) == 2, "the card is edited in place"


def test_it_leaves_the_field_with_another_press(game: Room, ada: Phone, talk: Talk) -> None:
    game.is_tapped(ada, "2")
    talk.passes(seconds=7)
    assert game.is_tapped(ada, "Ada") == ada.say("Your name is off field {n}.", n=2)
    talk.passes(seconds=7)
    assert game.labels[1] == "2"
    assert talk.rows()["contributions"] == []


def test_nobody_fills_more_than_two(game: Room, ada: Phone, nia: Phone, talk: Talk) -> None:
    for label in ("1", "2"):
        game.is_tapped(ada, label)
    with talk.nothing_changes():
        said = game.is_tapped(ada, "3")
        assert said == ada.say("You have two fields. Press one of them to leave it.")
        assert game.is_tapped(nia, "1") == nia.say("{name} stands there already.", name="Ada")
    assert talk.passes(seconds=7) == 1, "several presses make one edit"


def test_a_full_row_is_told_once(game: Room, cast: Cast, talk: Talk) -> None:
    ada, nia = cast.phones["Ada"], cast.phones["Nia"]
    for phone, label in ((ada, "1"), (ada, "2"), (nia, "3")):
        game.is_tapped(phone, label)
    card = game.last
    assert talk.passes(seconds=7) == 2
    names = game.words.listed(["Ada", "Nia"])
    game.looks_at(max(game.messages))
    game.sees("A row is full. Thank you, {names}.", names=names)
    game.looks_at(card)
    game.is_tapped(nia, "Nia")
    talk.passes(seconds=7)
    game.is_tapped(nia, "3")
    assert talk.passes(seconds=7) == 1, "the card alone"


def test_guests_play_by_their_first_name(game: Room, karim: Phone, ada: Phone, talk: Talk) -> None:
    assert game.is_tapped(karim, "1", "Karim") == karim.say("Your name stands in field {n}.", n=1)
    game.is_tapped(karim, "2", "Karim")
    game.is_tapped(karim, "3", "Karim")
    assert len(talk.rows()["contributions"]) == 2
    assert str(talk.rows()["contributions"]).count(str(karim.number)) == 0
    talk.passes(seconds=7)
    assert game.labels[:3] == ["Karim ✓", "Karim ✓", "3"]
    assert game.is_tapped(ada, "Karim") == ada.say("{name} stands there already.", name="Karim")


def test_a_number_in_a_reply_is_a_press(game: Room, ada: Phone, talk: Talk) -> None:
    game.is_answered(ada, "٣")
    game.is_answered(ada, "my grandmother")
    talk.passes(seconds=7)
    assert game.labels[:3] == ["1", "2", "Ada ✓"]


def test_what_is_forged_finds_nothing(game: Room, samir: Phone, bea: Phone, talk: Talk) -> None:
    number = talk.rows()["activities"][0]["id"]
    gone = samir.say("That is not here any more.")
    elsewhere = Room(talk, -900)
    with talk.nothing_changes():
        for link in (
            f"together.claim:{number}:9",
            f"together.claim:{number}:-1",
            f"together.claim:{number}:x",
            f"together.claim:{number + 1}:1",
            f"playing.end:{number}",
            f"together.read:{number}",
            "home.open",
            "",
        ):
            assert game.is_forged(samir, link) == gone, link
        assert elsewhere.is_forged(samir, f"together.claim:{number}:1") == gone
        for link in (f"together.claim:{number}:1", f"together.over:{number}", f"together.row:{number}:0"):
            samir.forges(link)
            samir.sees("That is not here any more. Nothing has changed.")
        bea.forges(f"playing.end:{number}")
        bea.sees("That is not here any more. Nothing has changed.")
        bea.forges(f"together.read:{number}")
        bea.sees("That is not here any more. Nothing has changed.")


def test_rosa_ends_it(game: Room, rosa: Phone, ada: Phone, talk: Talk) -> None:
    game.is_tapped(ada, "1")
    card = game.last
    rosa.forges(f"playing.games:{talk.rows()['groups'][0]['id']}")
    rosa.sees("Name bingo", "Ada")
    rosa.presses("End the game")
    assert talk.passes(seconds=7) == 2
    assert game.labels == []
    game.sees("This game is over.", "Ada")
    game.looks_at(max(game.messages))
    game.sees("The game is over. Thank you, {names}.", names="Ada")
    with talk.nothing_changes():
        number = talk.rows()["activities"][0]["id"]
        assert game.is_forged(ada, f"together.claim:{number}:2") == ada.say("This game is over.")
        game.is_answered(ada, "2", to=card)
    talk.passes(days=8)
    assert len(game.messages) == 3, "it does not end twice"


def test_it_ends_by_itself_after_a_week(game: Room, ada: Phone, talk: Talk) -> None:
    game.is_tapped(ada, "1")
    talk.passes(days=7)
    talk.passes(seconds=7)
    game.looks_at(max(game.messages))
    game.sees("The game is over. Thank you, {names}.", names="Ada")
    assert talk.rows()["activities"][0]["ended_at"]


def test_a_bad_connection_ends_it_later(game: Room, ada: Phone, talk: Talk) -> None:
    game.is_tapped(ada, "1")
    talk.passes(days=6, hours=23)
    talk.clock.forward(hours=1)
    talk.troubles[game.number] = TryAgain("no connection")
    talk.delivers()
    talk.passes(seconds=30)
    game.looks_at(max(game.messages))
    game.sees("The game is over. Thank you, {names}.", names="Ada")


def test_the_next_card_has_other_fields(game: Room, rosa: Phone, talk: Talk) -> None:
    talk.passes(days=8)
    rosa.opens()
    rosa.presses("Open my desk", "Groups", "Chez Rosa", "Play a game", "Name bingo")
    rosa.sees_not(*THREE)
    rosa.presses("Start the game")
    assert talk.delivers() == 1
    assert not {*talk.rows()["activities"][0]["keys"]} & {*talk.rows()["activities"][1]["keys"]}


def test_starting_twice_starts_one_game(game: Room, rosa: Phone, talk: Talk) -> None:
    group = talk.rows()["groups"][0]["id"]
    with talk.nothing_changes():
        rosa.forges(f"playing.start:{group}:words")
        rosa.sees("Name bingo")


def test_two_presses_at_once_fill_a_field_once(game: Room, ada: Phone, nia: Phone, talk: Talk) -> None:
    link, now = game.link("5"), talk.clock.now()

    async def tap(phone: Phone) -> str:
        row = {"update_id": phone.number, "lane": game.number, "raw": "{}", "heard_at": now}
        await talk.database.run(lambda session: heard.keep(session, [row]))
        what = Tapped(link, "press", Someone(phone.number, ""))
        event = Event(phone.number, CHANNEL, game.number, phone.app, what)
        answer = await talk.database.run(lambda session: talk.conversation.take(session, event, now))
        assert isinstance(answer, Hint)
        return strip(answer.said)

    async def both() -> list[str]:
        return list(await asyncio.gather(tap(ada), tap(nia)))

    said = asyncio.run(both())
    [filled] = talk.rows()["contributions"]
    assert filled["cell"] == 4
    stands = [phone.say("Your name stands in field {n}.", n=5) for phone in (ada, nia)]
    assert sum(each in stands for each in said) == 1
