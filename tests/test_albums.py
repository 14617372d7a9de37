"""An album comes in pieces: late, twice, out of order, after a crash; it is one thing with one screen."""

from dataclasses import replace

import pytest
from markupsafe import Markup
from sqlalchemy import select, update

from bot.conversation import Conversation
from bot.events import Sent
from bot.postman import Postman
from db import goals, heard
from db.engine import Database
from db.goals import Goal
from db.pairs import Pair
from db.people import Person
from handlers.kit.book import Book
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import CONTENT, Said, Sort, Turn
from tests.albums import photo, piece, sends_album
from tests.people import Cast, gather
from tests.phones import Phone
from tests.talk import CHANNEL, Talk

topic = Topic("scrapbook")
LENGTH = 60


@topic.page
def ask(turn: Turn, pair: Pair) -> Screen:
    return Screen(Markup("Send it."), awaits=take.link(pair))


@topic.page
def show(turn: Turn, goal: Goal) -> Screen:
    return Screen(Markup("Kept: {}").format(goal.words), [[Button("Look", show.link(goal))]])


@topic.reply(takes=CONTENT)
def take(turn: Turn, pair: Pair) -> Screen:
    """The first piece begins something."""
    words = _said(turn)
    goal = goals.add(turn.session, pair, turn.person, words, turn.now)
    return replace(show(turn, goal), gathers=more.link(goal))


@topic.reply(takes=CONTENT)
def more(turn: Turn, goal: Goal) -> Screen:
    """The others join it."""
    goal.words = f"{goal.words} {_said(turn)}"
    return replace(show(turn, goal), gathers=more.link(goal))


def _said(turn: Turn) -> str:
    """The files with their words."""
    return " ".join([*[each.file for each in turn.said.items], turn.text(LENGTH)]).strip()


@topic.page
def puzzled(turn: Turn) -> Screen:
    """Nobody asked for it: it waits for a purpose."""
    return Screen(
        Markup("What is it for?"), [[Button("Keep this", keep.link())]], holds=turn.brought or turn.held
    )


@topic.page
def keep(turn: Turn) -> Screen:
    held = turn.held
    files = [each.file for each in held.items] if held else ["nothing"]
    return Screen(Markup("Kept: {}").format(" ".join([*files, held.words if held else ""])))


@pytest.fixture
def talk(database: Database) -> Talk:
    """A talk whose book has one room more."""
    talk = Talk(database)
    front = replace(talk.book.front, puzzled=puzzled)
    talk.book = Book([*talk.book.topics, topic], front, talk.book.commands, talk.book.shelf)
    talk.conversation = Conversation(talk.book, talk.catalogues, str)
    talk.postman = Postman(talk.conversation, CHANNEL)
    return talk


@pytest.fixture
def cast(talk: Talk) -> Cast:
    return gather(talk)


@pytest.fixture
def nia(cast: Cast) -> Phone:
    """Nia is asked to send something."""
    phone = cast.phones["Nia"]
    phone.opens()
    phone.forges(
        ask.link(
            cast.talk.look(lambda session: session.scalars(select(Pair).order_by(Pair.id)).first()) or Pair()
        )
    )
    return phone


def kept(talk: Talk) -> list[str]:
    return [row["words"] for row in talk.rows()["goals"]]


def test_all_pieces_become_one_thing_on_one_screen(nia: Phone, talk: Talk) -> None:
    before = len(nia.messages)
    sends_album(nia, ["a", "b", "c"], "Picnic")
    assert kept(talk) == ["a Picnic b c"]
    assert len(nia.messages) == before + 1
    nia.sees("Kept: a Picnic b c")


def test_the_words_may_come_with_a_later_piece(nia: Phone, talk: Talk) -> None:
    for each in (piece("c", 3), piece("a", 1, "Picnic"), piece("b", 2)):
        nia.does(each)
    assert kept(talk) == ["c a Picnic b"]


def test_a_piece_that_comes_twice_is_one(nia: Phone, talk: Talk) -> None:
    sends_album(nia, ["a", "b"])
    with talk.nothing_changes():
        assert talk.hears_again() is None


def test_a_late_piece_joins_unseen_once_its_sender_has_gone_on(nia: Phone, talk: Talk) -> None:
    nia.does(piece("a", 1))
    nia.presses("Look")
    shown = dict(nia.messages)
    nia.does(piece("b", 2))
    assert nia.messages == shown
    assert kept(talk) == ["a b"]


def test_a_question_that_was_asked_meanwhile_stays_open(nia: Phone, talk: Talk, cast: Cast) -> None:
    nia.does(piece("a", 1))
    nia.presses("Home", "See goals", "Add a goal")
    nia.does(piece("b", 2))
    nia.says("Swim")
    assert sorted(kept(talk)) == ["Swim", "a b"]


def test_the_next_album_is_another_thing(nia: Phone, talk: Talk, cast: Cast) -> None:
    sends_album(nia, ["a", "b"])
    sends_album(nia, ["c", "d"], album="140")
    assert kept(talk) == ["a b"]
    nia.sees("What is it for?")


def test_after_a_crash_the_pieces_that_waited_join(nia: Phone, talk: Talk) -> None:
    """The process ends when the first piece is kept and before anybody is told which message shows it."""
    nia.does(piece("a", 1))
    talk.look(lambda session: session.execute(update(Person).values(album_message=None)))
    before = len(nia.messages)
    for each in (piece("b", 2), piece("c", 3)):
        nia.does(each)
    assert kept(talk) == ["a b c"]
    assert len(nia.messages) == before + 1, "it is shown once more, and then in its place"


def test_a_screen_that_its_reader_deleted_comes_back_once(nia: Phone, talk: Talk) -> None:
    nia.does(piece("a", 1))
    del nia.messages[nia.last]
    before = len(nia.messages)
    for each in (piece("b", 2), piece("c", 3)):
        nia.does(each)
    assert len(nia.messages) == before + 1
    nia.sees("Kept: a b c")


def test_while_other_pieces_wait_nothing_is_shown(nia: Phone, talk: Talk) -> None:
    nia.does(piece("a", 1))
    shown = dict(nia.messages)
    row = {"update_id": 5000, "lane": nia.number, "raw": "{}", "heard_at": talk.clock.now()}
    talk.look(lambda session: heard.keep(session, [row]))
    nia.does(piece("b", 2))
    assert nia.messages == shown
    talk.look(lambda session: heard.handle(session, 5000, talk.clock.now()))
    nia.does(piece("c", 3))
    nia.sees("Kept: a b c")


@pytest.mark.parametrize("words", ["Passeport 12AB34567", "word " * 20])
def test_words_below_a_later_piece_that_cannot_be_kept_are_let_go(nia: Phone, talk: Talk, words: str) -> None:
    nia.does(piece("a", 1))
    nia.does(piece("b", 2, words))
    assert kept(talk) == ["a b"]
    nia.sees("Kept: a b")


def test_what_the_pieces_belonged_to_may_be_gone(nia: Phone, talk: Talk) -> None:
    nia.does(piece("a", 1))
    talk.look(lambda session: session.delete(session.scalars(select(Goal)).one()))
    shown = dict(nia.messages)
    nia.does(piece("b", 2))
    assert nia.messages == shown


def test_what_looks_private_is_held_with_the_whole_album(nia: Phone, talk: Talk) -> None:
    sends_album(nia, ["a", "b"], "Passeport 12AB34567")
    nia.sees("This looks like a private number or address.")
    nia.presses("Keep it")
    assert kept(talk) == ["a b Passeport 12AB34567"]


def test_words_alone_are_asked_for_once_however_many_pictures_come(nia: Phone, talk: Talk) -> None:
    nia.presses("Home", "See goals", "Add a first goal")
    before = len(nia.messages)
    sends_album(nia, ["a", "b", "c"])
    assert len(nia.messages) == before + 1
    nia.sees("I can only read written words here. Please write it.")
    nia.says("Swim")
    assert kept(talk) == ["Swim"]


@pytest.fixture
def rosa(cast: Cast) -> Phone:
    """Rosa is asked nothing."""
    phone = cast.phones["Rosa"]
    phone.opens()
    return phone


def test_what_nobody_asked_for_is_held_whole(rosa: Phone) -> None:
    before = len(rosa.messages)
    for each in (piece("c", 3), piece("a", 1, "Picnic"), piece("b", 2), piece("b", 2)):
        rosa.does(each)
    assert len(rosa.messages) == before + 1
    rosa.presses("Keep this")
    rosa.sees("Kept: a b c Picnic")
    rosa.forges(keep.link())
    rosa.sees("Kept: nothing")


def test_long_forwarded_words_are_held(rosa: Phone) -> None:
    words = "word " * 500
    rosa.does(Sent(Said(Sort.TEXT, words, forwarded=True)))
    rosa.presses("Keep this")
    rosa.sees(words.strip())


def test_a_sticker_holds_nothing(rosa: Phone) -> None:
    rosa.does(Sent(Said(Sort.PHOTO, "", (photo("a"),))))
    rosa.sends_sticker()
    rosa.presses("Keep this")
    rosa.sees("Kept: a")
