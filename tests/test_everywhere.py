"""Everywhere: in every language and role, press everything there is and hold each screen to the rules."""

from datetime import timedelta

import pytest

from db.engine import Database
from db.people import Role
from handlers import topics
from handlers.kit import catalogues
from handlers.kit.links import split
from handlers.kit.turn import Sort
from tests import quiet_weeks, round_life
from tests.addressed import addresses
from tests.announced import announces
from tests.answered import answered
from tests.crawler import LISTS, Crawler
from tests.days import celebrates
from tests.event_life import celebrates_together
from tests.group_life import shares_in_group
from tests.handlers.test_afterwards import FACE
from tests.handlers.test_meetings import agreed, meeting, met_before
from tests.handlers.test_more_than_two import gathers
from tests.handlers.test_steps import adds_three
from tests.helped import helps
from tests.last_weeks import closes, three_months_later, told
from tests.people import Cast, Who, gather
from tests.phones import Phone
from tests.rooms import Room
from tests.shared_ideas import shares
from tests.talk import Talk

UNSEEN = {
    "writing.more": "only one more piece of an album: tests/handlers/test_contents_announced.py",
    "home.broken": "only after a fault of ours: tests/test_faults.py",
    "home.lengthy": "only after too many words: tests/handlers/test_peoples_words.py",
    "entrance.start": "a deep link opens it, and shows another page",
    "joining.invitation": "the same",
    "profile.ask_speaks": "it shows the first of profile.leaf",
    "nudges.word": "it shows what the weekly word is about: tests/handlers/test_table.py",
    "nudges.weekly": "the same, as messages before this release planned it",
    "steps.not_yet": "only a button of messages before this release",
}
LANGUAGES = catalogues.load().languages


def busy(talk: Talk, language: str) -> tuple[Cast, Room]:
    """A programme with a third pair, three together, people waiting, and a group nobody confirmed."""
    cast = gather(talk, language)
    for name, role in (("Maya", Role.MENTEE), ("Ali", Role.MENTEE), ("Zoe", Role.MENTOR)):
        cast.joined(Who(name, role, language))
    cast.pairs("Maya", "Ali", "Zoe")
    for name, role in (
        ("Omar", Role.MENTEE),
        ("Lea", Role.MENTOR),
        ("Tom", Role.MENTEE),
        ("Eve", Role.MENTOR),
    ):
        cast.joined(Who(name, role, language))
    cast.pairs("Tom", "Eve")
    cast.joined(Who("Noor", Role.MENTEE, language))
    cast.pairs("Noor", "Eve")
    room = Room(talk, -500, language)
    room.adds_bot()
    return cast, room


def sent(talk: Talk) -> set[str]:
    """The pages that came by themselves; some show a thing's own page with a word above it."""
    return {split(row["link"])[0] for row in talk.rows()["deliveries"] if row["outcome"] == "sent"}


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_in_every_language(database: Database, language: str) -> None:
    talk = Talk(database)
    cast, room = busy(talk, language)
    crawlers = {name: Crawler(phone) for name, phone in cast.phones.items() if name != "Karim"}
    brings_together(crawlers["Rosa"])
    sets_out(talk, crawlers["Ada"])
    meets(talk, crawlers)
    told(talk, crawlers, minutes=2)
    shares(talk, crawlers)
    talk.clock.at("Thursday 18:00")
    told(talk, crawlers)
    told(talk, crawlers, weeks=3)
    quiet_weeks.pass_by(talk, crawlers)
    pauses(talk, crawlers)
    celebrates(talk, crawlers)
    round_life.is_open(talk, crawlers)
    for name in ("Ada", "Nia", "Omar", "Maya", "Eve"):
        cast.phones[name].opens()
        crawlers[name].crawl()
        crawlers[name].strays()
        cast.phones[name].forges("pausing.end")
    told(talk, crawlers, minutes=2)
    parts(talk, crawlers)
    closes(talk, crawlers)
    celebrates_together(talk, crawlers)
    announces(crawlers["Rosa"])
    helps(cast, crawlers)
    round_life.is_over(talk, crawlers)
    crawls_the_desk(crawlers["Rosa"], room)
    crawlers["Ada"].commands()
    crawlers["Karim"] = joins(cast.phones["Karim"], cast)
    answered(cast, crawlers)
    for name in ("Tom", "Zoe"):
        leaves(crawlers[name])
    told(talk, crawlers)
    three_months_later(talk, crawlers)
    crawlers["Sol"] = shares_in_group(cast, crawlers["Rosa"], room)
    addresses(crawlers["Rosa"])
    unseen = sorted(everything(talk) - opened(talk, crawlers) - set(UNSEEN))
    assert not unseen, " ".join(unseen)


def opened(talk: Talk, crawlers: dict[str, Crawler]) -> set[str]:
    """What was shown to anybody, or came by itself."""
    return {name for crawler in crawlers.values() for name in crawler.opened} | sent(talk)


def everything(talk: Talk) -> set[str]:
    """Every page and every reply."""
    return {each.name for topic in talk.book.topics for each in (*topic.pages, *topic.replies)}


def sets_out(talk: Talk, ada: Crawler) -> None:
    """A goal with three steps, and one of them first."""
    adds_three(ada.phone)
    first, second, _ = (row["id"] for row in talk.rows()["steps"])
    quiet_weeks.opens(ada, f"steps.move_up:{second}:{first}")


def brings_together(crawler: Crawler) -> None:
    """Two of those who wait, up to the last question."""
    gathers(crawler.phone)
    crawler.phone.presses("Continue")
    crawler.looks()


def meets(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """A meeting agreed, elsewhere, moved by both, come to and called off; every message is looked at."""
    ada, nia = crawlers["Ada"].phone, crawlers["Nia"].phone
    agreed(ada, nia, talk)
    number = meeting(talk)
    for page in ("card", "another"):
        ada.forges(f"outing.{page}:{number}")
        crawlers["Ada"].looks()
    for phone, link in (
        (ada, f"moving.set_spot:{number}:park"),
        (ada, f"moving.move:{number}:20270303T1600Z"),
        (nia, f"moving.move:{number}:20270303T1700Z"),
        (ada, f"agreeing.accept:{number}:4"),
    ):
        phone.forges(link)
        told(talk, crawlers)
    for when in ("Tuesday 18:00", "Wednesday 16:00", "Wednesday 20:00"):
        talk.clock.at(when)
        told(talk, crawlers)
    ada.presses("Yes", FACE, "Propose it")
    told(talk, crawlers)
    ada.presses("Call it off", "Call it off")
    met_before(ada, talk)
    told(talk, crawlers)
    ada.presses("Skip", "Another day", "8", "18:00")
    ada.sends(Sort.PLACE, "43.2965, 5.3698")
    crawlers["Ada"].looks()


def pauses(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """A pause that the partner hears of, and its end."""
    ada = crawlers["Ada"].phone
    ada.forges(f"pausing.until:{talk.clock.now().date() + timedelta(days=9)}")
    ada.forges("pausing.tell")
    crawlers["Ada"].looks()
    told(talk, crawlers)
    ada.forges("pausing.end")


def parts(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Samir and Ines meet once, and it does not fit; Ada ends her pair; Ali stops, the others go on."""
    samir, ines, ada = (crawlers[name] for name in ("Samir", "Ines", "Ada"))
    pair = talk.rows()["pairs"][1]["id"]
    noted = talk.clock.now() - timedelta(days=1)
    samir.phone.forges(f"noting.keep_spot:{pair}:{noted:%Y%m%dT%H00Z}:park")
    talk.clock.at("Friday 18:00")
    told(talk, crawlers)
    for crawler, answer in ((samir, 0), (ines, 1)):
        crawler.phone.forges(f"going_on.answer:{pair}:{answer}")
        crawler.looks()
    talk.clock.forward(hours=1)
    told(talk, crawlers)
    crawlers["Ali"].phone.forges(f"parting.end:{talk.rows()['pairs'][2]['id']}")
    ada.phone.forges(f"parting.end:{talk.rows()['pairs'][0]['id']}")
    ada.looks()
    told(talk, crawlers)


def crawls_the_desk(crawler: Crawler, room: Room) -> None:
    crawler.phone.opens(room.door)
    crawler.crawl()
    crawler.phone.opens()
    crawler.crawl()
    crawler.commands()


def joins(karim: Phone, cast: Cast) -> Crawler:
    """A stranger, an invitation declined, and another one taken to its end."""
    crawler = Crawler(karim)
    karim.opens()
    crawler.looks()
    karim.opens("nothing")
    crawler.looks()
    karim.opens(cast.invitation())
    crawler.crawl()
    karim.forges("joining.decline")
    crawler.opened["joining.decline"] += 1
    return crawler


def leaves(crawler: Crawler) -> None:
    crawler.phone.forges("privacy.forget")
    crawler.opened["privacy.forget"] += 1


def test_the_exceptions_are_pages() -> None:
    assert {*LISTS, *UNSEEN} <= {*topics.book().pages, *topics.book().replies}
