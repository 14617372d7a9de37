"""An idea or a game is taken out of its group: asked once, undone for a minute, then nothing is kept."""

from tests.handlers.conftest import SOON
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


def takes_out(rosa: Phone) -> None:
    rosa.forges("groups.show:1")
    rosa.presses("See answers", "Ideas and games")
    rosa.sees("Press what shall leave the group.")
    rosa.presses(rosa.labels[0], "Take it out")
    rosa.sees("It happens in a moment. You can still undo it.")


def test_an_idea_leaves_with_its_answers(idea: Room, rosa: Phone, ada: Phone, talk: Talk) -> None:
    card = idea.last
    idea.is_answered(ada, "القهوة", "Ada T.")
    talk.passes(seconds=SOON)
    takes_out(rosa)
    assert card in idea.messages, "not before the minute is over"
    talk.passes(minutes=1)
    assert card not in idea.messages or "القهوة" not in idea.messages[card].text
    idea.sees_not("Idea to share")
    assert talk.rows()["activities"] == talk.rows()["contributions"] == []
    talk.passes(days=8)
    idea.sees_not("Idea to share")


def test_for_a_minute_it_can_be_undone(idea: Room, rosa: Phone, talk: Talk) -> None:
    takes_out(rosa)
    rosa.presses("Undo")
    talk.passes(minutes=5)
    idea.sees("Idea to share")
    takes_out(rosa)
    talk.passes(minutes=1)
    idea.sees_not("Idea to share")


def test_what_waits_for_the_morning_never_comes(group: Room, rosa: Phone, talk: Talk) -> None:
    talk.clock.at("Monday 22:30")
    rosa.presses("Post an idea", "Post it", "Take it out", "Take it out")
    talk.clock.at("Tuesday 09:30")
    talk.delivers()
    group.sees_not("Idea to share")


def test_a_game_leaves_with_what_was_said_of_it(group: Room, rosa: Phone, talk: Talk) -> None:
    rosa.presses("Play a game", "Name bingo", "Start the game")
    talk.delivers()
    group.sees("Name bingo")
    rosa.presses("Take it out", "Take it out")
    talk.passes(minutes=1)
    group.sees_not("Name bingo")
    talk.passes(days=8)
    group.sees_not("Name bingo", "This game is over.")


def test_nobody_else_takes_it_out(idea: Room, ada: Phone, bea: Phone, cast: Cast) -> None:
    number = cast.talk.rows()["activities"][-1]["id"]
    with cast.talk.nothing_changes():
        for phone in (ada, bea):
            for page in ("ask", "take_out", "undo"):
                phone.forges(f"unposting.{page}:{number}")
                phone.sees(GONE)
            phone.forges("unposting.overview:1")
            phone.sees(GONE)
    idea.sees("Idea to share")
