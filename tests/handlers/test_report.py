"""Who got an announcement, and who did not and why; once more for whom that is uncertain."""

import csv
import io

from bot.undeliverable import Bug
from tests.handlers.test_announcements import number, sends, writes
from tests.phones import Phone
from tests.talk import Talk


def test_what_may_not_have_arrived_is_sent_again_by_choice(rosa: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.troubles[nia.number] = Bug("Bad Request: can't parse entities")
    talk.delivers()
    rosa.forges(f"sending.progress:{number(talk)}")
    rosa.sees("Perhaps not arrived: {n}", n=1)
    rosa.presses("See who got it")
    rosa.sees("Perhaps it did not arrive", "Nia")
    assert talk.delivers() <= 1, "only the progress"
    rosa.presses("Send again")
    talk.delivers()
    nia.sees("Picnic on Sunday.")


def test_the_spreadsheet_has_a_row_each(rosa: Phone, ada: Phone, talk: Talk) -> None:
    ada.reachable = False
    writes(rosa)
    sends(rosa)
    talk.delivers()
    rosa.forges(f"sending.progress:{number(talk)}")
    rosa.presses("See who got it", "Get a spreadsheet")
    document = rosa.screen.document
    assert document
    head, *rows = csv.reader(io.StringIO(document.write().decode("utf-8-sig")))
    assert head == [rosa.say(each) for each in ("Name", "Language", "What became of it", "When")]
    assert [row[0] for row in rows] == ["Ada", "Ines", "Nia", "Rosa", "Samir"]
    assert rows[0][2] == rosa.say("They blocked Passerelle or left Telegram")
    assert rows[1][2:] == [rosa.say("Arrived"), "2027-03-01 10:01"]


def test_readers_are_counted_by_version(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    sends(rosa)
    talk.delivers()
    rosa.forges(f"report.overview:{number(talk)}")
    rosa.sees("{language}: {n}", language="Français", n=5)
