"""Days of culture, as people come to them: chosen, told to a partner, and waited for."""

from datetime import UTC, datetime

from db.observances import Observance
from handlers.culture.content import library
from tests.crawler import Crawler
from tests.last_weeks import told
from tests.phones import Phone
from tests.talk import Talk

NOWRUZ = library()[Observance.NOWRUZ]
YALDA = library()[Observance.YALDA]


def settings(phone: Phone) -> None:
    phone.opens()
    phone.presses("Settings", "Days of culture")


def chooses(phone: Phone, *observances: Observance) -> None:
    """Tick days, on whichever page they stand."""
    settings(phone)
    phone.presses("Choose days")
    for each in observances:
        name = library()[each].name
        while not phone.finds(phone.say(name), phone.screen):
            phone.presses("More days")
        phone.presses(name)
    phone.presses("Done")


def tells(phone: Phone, name: str, *observances: Observance) -> None:
    chooses(phone, *observances)
    phone.presses("Tell {names}", names=name)
    phone.presses("Tell {names}", names=name)


def rows(talk: Talk) -> set[tuple[str, bool]]:
    return {(row["observance"], bool(row["shared_at"])) for row in talk.rows()["chosen_days"]}


def at(talk: Talk, moment: str) -> int:
    """Move the clock to a moment in UTC and send what is due: how many messages went."""
    until = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    talk.clock.shift(until - talk.clock.now())
    return talk.delivers()


def begins(*phones: Phone) -> None:
    """As when a pair begins: what comes next is planned."""
    for phone in phones:
        phone.forges("choosing.switch:1")


def coming(talk: Talk, name: str) -> list[tuple[str, str]]:
    """What is planned for somebody: link and moment."""
    people = {row["id"]: row["name"] for row in talk.rows()["people"]}
    return [
        (row["link"], f"{row['due_at']:%Y-%m-%d %H:%M}")
        for row in talk.rows()["deliveries"]
        if people[row["person_id"]] == name and row["claimed_at"] is None and row["kind"] == "day"
    ]


def celebrates(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Days of culture in May 2027: told to a partner, the evening before, on the morning, a closed day."""
    ada, nia = crawlers["Ada"].phone, crawlers["Nia"].phone
    for link in ("days.choose:orthodox-easter", "days.choose:vesak", "choosing.ask_tell", "choosing.tell"):
        ada.forges(link)
        crawlers["Ada"].looks()
    nia.forges("choosing.switch:1")
    for when in ("2027-05-01T16:00", "2027-05-02T07:00", "2027-05-05T16:00"):
        at(talk, when)
        told(talk, crawlers)
    nia.presses("No public holidays")
    crawlers["Nia"].looks()
    talk.clock.at("Thursday 18:00")
    told(talk, crawlers)
