"""What is due and what was decided, as it can be read beside the phones."""

from bot.playground.decisions import lately
from db.engine import Database
from tests.people import gather
from tests.talk import Talk


def test_what_comes_is_first_and_every_decision_has_its_reason(database: Database) -> None:
    talk = gather(Talk(database)).talk
    waiting = talk.look(lately)
    assert {each.who for each in waiting} == {"Ada", "Nia", "Samir", "Ines"}
    assert [each.due for each in waiting] == sorted(each.due for each in waiting)
    assert {each.outcome for each in waiting} == {None}
    talk.clock.at("Saturday 12:00")
    talk.delivers()
    found = talk.look(lately)
    decided = [each for each in found if each.outcome]
    assert found[-len(decided) :] == decided, "what comes stands above what was decided"
    assert {(each.who, each.what, each.outcome, each.reason) for each in decided} >= {
        ("Ada", "nudge", "let-go", "too late")
    }
