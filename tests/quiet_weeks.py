"""What the clock brings in quiet weeks, crawled: each row of the table, silence, and what will come."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.pairs import Hush, Pair
from db.people import Person
from db.rhythm import NONE
from handlers.kit.links import split
from tests.crawler import Crawler
from tests.last_weeks import told
from tests.talk import Talk


def pass_by(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """All of it, one after the other."""
    occasions(talk, crawlers)
    silence(talk, crawlers)
    hours(talk, crawlers)


def occasions(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Every occasion of the weekly word, as those see it whom it is about."""
    rosa, ada, eve = (crawlers[name] for name in ("Rosa", "Ada", "Eve"))
    mine, theirs = (talk.rows()["pairs"][number]["id"] for number in (0, 3))
    last = talk.clock.now().date() + timedelta(days=29)
    opens(
        eve, f"occasions.meet:{theirs}", f"occasions.first_goal:{theirs}", "coming.overview", "coming.before"
    )
    rosa.phone.forges(f"extending.until:{theirs}:{last}")
    opens(eve, f"occasions.half_way:{theirs}")
    opens(ada, f"occasions.step:{talk.rows()['steps'][0]['id']}", f"review.ask:{mine}")


def opens(crawler: Crawler, *links: str) -> None:
    """Open what comes by itself, and look at it."""
    for link in links:
        crawler.phone.forges(link)
        crawler.opened[split(link)[0]] += 1
        assert crawler.phone.screen.here != "home.lost", link
        crawler.looks()


def silence(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """A pair and a person of whom nothing was heard, on their phones and on the desk."""
    samir, rosa = crawlers["Samir"], crawlers["Rosa"]
    pair, person = talk.rows()["pairs"][1]["id"], talk.rows()["people"][1]["id"]

    def hush(session: Session) -> None:
        session.execute(update(Pair).where(Pair.id == pair).values(hush=Hush.TOLD))
        session.execute(update(Person).where(Person.id == person).values(unanswered=NONE))

    talk.look(hush)
    opens(rosa, f"unheard.quiet:{talk.rows()['programmes'][0]['id']}", f"unheard.pair:{pair}")
    opens(rosa, f"unheard.person:{talk.rows()['members'][1]['id']}")
    rosa.phone.forges(f"unheard.noted:{pair}")
    rosa.opened["unheard.noted"] += 1
    opens(samir, f"silence.ask:{pair}", f"silence.fine:{pair}")


def hours(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Other hours, something later, and something not at all; then as it was."""
    eve = crawlers["Eve"]
    opens(eve, "coming.overview")
    first = split(eve.phone.link(eve.phone.labels[0]))[1][0]
    opens(eve, f"coming.show:{first}", f"later.ask:{first}", f"timing.fewer:{first}")
    for link in (f"later.until:{first}:tomorrow", f"coming.decline:{first}"):
        eve.phone.forges(link)
        eve.opened[split(link)[0]] += 1
        eve.looks()
    for link in ("keep_quiet:22:8", "keep_reach:9:12", "any_hour", "keep_quiet:21:9"):
        eve.phone.forges(f"waking.{link}")
        eve.opened[f"waking.{split(link)[0]}"] += 1
        eve.looks()
    told(talk, crawlers)
