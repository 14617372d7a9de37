"""An event's whole life, for the crawlers: invited, answered, full, moved, over, and one called off."""

from datetime import date, timedelta

from tests.crawler import Crawler
from tests.last_weeks import told
from tests.quiet_weeks import opens
from tests.talk import Talk

WORDS = "Picnic by the sea"


def celebrates_together(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Rosa invites, three answer, and everything happens that can."""
    rosa = crawlers["Rosa"]
    sunday = _next_sunday(talk)
    draft, number = _arranged(talk, rosa, sunday)
    opens(rosa, f"sizing.set_room:{number}:2", f"arranging.show:{draft}", f"sending.send:{draft}")
    told(talk, crawlers, minutes=2)
    _answered(talk, crawlers, number)
    _hosted(talk, rosa, number)
    monday = sunday + timedelta(days=1)
    opens(
        rosa,
        f"arranging.set_time:{draft}:{monday:%Y%m%d}T1400Z",
        f"shifting.move:{number}:{monday:%Y%m%d}T1400Z",
    )
    opens(rosa, f"shifting.undo:{number}", f"shifting.move:{number}:{monday:%Y%m%d}T1400Z")
    told(talk, crawlers, minutes=2)
    for when in ("Sunday 18:00", "Monday 13:30"):
        talk.clock.at(when)
        told(talk, crawlers)
    opens(crawlers["Nia"], f"recalling.soon:{number}:2")
    talk.clock.at("Tuesday 18:00")
    told(talk, crawlers)
    opens(crawlers["Nia"], f"turnout.asked:{number}:2", f"turnout.yes:{number}", f"turnout.no:{number}")
    opens(crawlers["Nia"], f"turnout.question:{number}", f"attending.show:{number}")
    opens(rosa, "hosting.overview:1", "hosting.leaf:1:0", f"hosting.show:{number}", "answers.overview:1")
    _called_off(talk, crawlers)


def _next_sunday(talk: Talk) -> date:
    today = talk.clock.now().date()
    return today + timedelta(days=7 + 6 - today.weekday())


def _arranged(talk: Talk, rosa: Crawler, day: date) -> tuple[int, int]:
    """A draft and its event, every question of it asked."""
    rosa.phone.forges("writing.ask:1")
    rosa.phone.says(WORDS)
    draft = talk.rows()["announcements"][-1]["id"]
    opens(rosa, f"writing.rewrite:{draft}", f"arranging.show:{draft}")
    opens(rosa, f"arranging.ask_hour:{draft}:{day}")
    opens(rosa, f"arranging.set_time:{draft}:{day:%Y%m%d}T1400Z", f"arranging.set_spot:{draft}:park")
    number = talk.rows()["events"][-1]["id"]
    opens(rosa, f"sizing.ask_length:{number}", f"sizing.set_length:{number}:90", f"sizing.ask_room:{number}")
    opens(rosa, f"sizing.let_bring:{number}:0", f"sizing.let_bring:{number}:1", f"arranging.show:{draft}")
    return draft, number


def _answered(talk: Talk, crawlers: dict[str, Crawler], number: int) -> None:
    """One comes with another, two wait, and one of them gets a place."""
    nia, samir, ines = (crawlers[name] for name in ("Nia", "Samir", "Ines"))
    opens(nia, f"attending.answer:{number}:1:comes", f"bringing.ask:{number}", f"bringing.take:{number}:1")
    opens(nia, f"bringing.take:{number}:2", f"bringing.file:{number}")
    opens(samir, f"attending.answer:{number}:1:comes")
    opens(ines, f"attending.answer:{number}:1:maybe", f"attending.answer:{number}:1:comes")
    opens(nia, f"bringing.take:{number}:0")
    told(talk, crawlers, minutes=2)
    opens(samir, f"telling.place_free:{number}", f"attending.show:{number}", "privacy.know")


def _hosted(talk: Talk, rosa: Crawler, number: int) -> None:
    """Everything of a coordinator."""
    opens(rosa, f"hosting.show:{number}", f"hosting.names:{number}", f"listing.offer:{number}:0")
    member = next(row["id"] for row in talk.rows()["members"] if row["joined_at"])
    opens(rosa, f"listing.put:{number}:{member}", f"door.show:{number}:0", f"door.sheet:{number}")
    guest = talk.rows()["guests"][0]["id"]
    opens(rosa, f"door.ticks:{number}:0", f"door.tick:{number}:{guest}:1", f"door.tick:{number}:{guest}:0")


def _called_off(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Another one loses its date, gets one again, and does not take place."""
    rosa, nia, sunday = crawlers["Rosa"], crawlers["Nia"], _next_sunday(talk)
    draft, number = _arranged(talk, rosa, sunday)
    opens(rosa, f"sizing.remove:{number}")
    opens(rosa, f"arranging.set_time:{draft}:{sunday:%Y%m%d}T1400Z", f"sending.send:{draft}")
    number = talk.rows()["events"][-1]["id"]
    told(talk, crawlers, minutes=2)
    opens(nia, f"attending.answer:{number}:1:comes")
    member = next(row["id"] for row in talk.rows()["members"] if row["person_id"] == _samir(talk))
    opens(rosa, f"listing.put:{number}:{member}")
    told(talk, crawlers, minutes=2)
    opens(crawlers["Samir"], f"telling.listed:{number}")
    opens(
        rosa, f"shifting.ask_call_off:{number}", f"shifting.call_off:{number}", f"shifting.pending:{number}"
    )
    told(talk, crawlers, minutes=2)
    opens(nia, f"telling.called_off:{number}")


def _samir(talk: Talk) -> int:
    return next(int(row["id"]) for row in talk.rows()["people"] if row["name"] == "Samir")
