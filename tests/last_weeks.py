"""The end of a season, crawled: what comes by itself is looked at, and what it leads to."""

from datetime import timedelta

from tests.crawler import Crawler
from tests.talk import Talk


def told(talk: Talk, crawlers: dict[str, Crawler], **later: float) -> None:
    """Let time pass, send what is due, and look at all that came."""
    talk.clock.forward(**later)
    before = {name: {*crawler.phone.messages} for name, crawler in crawlers.items()}
    talk.keeps_house()
    for name, crawler in crawlers.items():
        for number in sorted({*crawler.phone.messages} - before[name]):
            crawler.reads(crawler.phone.messages[number])


def closes(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """The end of a season comes near; the two thank each other, and it is over."""
    noor, pair = crawlers["Noor"], talk.rows()["pairs"][4]["id"]
    last = talk.clock.now().date() + timedelta(days=40)
    crawlers["Rosa"].phone.forges(f"extending.until:{pair}:{last}")
    crawlers["Rosa"].looks()
    for _ in range(4):
        talk.clock.at("Thursday 18:00")
        told(talk, crawlers)
    noor.phone.forges(f"closing.open:{pair}")
    noor.crawl()
    for name in ("Noor", "Eve"):
        crawlers[name].phone.forges(f"thanking.keep:{pair}:courage")
    talk.clock.forward(minutes=2)
    told(talk, crawlers)
    talk.clock.forward(days=(last - talk.clock.now().date()).days + 1)
    told(talk, crawlers)
    talk.clock.forward(hours=24)
    told(talk, crawlers)
    noor.phone.opens()
    noor.crawl()
    crawlers["Rosa"].phone.forges(f"matching.suit:{talk.rows()['members'][-1]['id']}")
    crawlers["Rosa"].looks()


def three_months_later(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """One question more."""
    talk.clock.forward(days=90)
    for _ in range(2):
        talk.clock.at("Thursday 18:00")
        told(talk, crawlers)
