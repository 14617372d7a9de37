"""To whom and when an announcement goes, for the crawlers: each sort of rule, both sides, what presses."""

from datetime import timedelta

from tests.crawler import Crawler
from tests.quiet_weeks import opens

RULES = (
    "set_role:{}:mentee",
    "set_language:{}:{}",
    "set_need:{}:housing",
    "set_met:{}:lately",
    "set_since:{}:month",
)


def addresses(rosa: Crawler) -> None:
    """A draft, with every sort of rule, some groups, a time, and the question about what presses."""
    talk = rosa.phone.talk
    rosa.phone.forges("writing.ask:1")
    rosa.looks()
    draft, group = talk.rows()["announcements"][-1]["id"], talk.rows()["groups"][-1]["id"]
    tomorrow = talk.clock.now() + timedelta(days=1)
    for side in ("only", "without"):
        for rule in RULES:
            page, rest = rule.format(side, rosa.language).split(":", 1)
            opens(rosa, f"audience.{page}:{draft}:{rest}")
        opens(rosa, f"audience.rules:{draft}:{side}", f"people.pick:{draft}:{side}:0")
        opens(rosa, f"people.tick:{draft}:{side}:1", f"audience.show:{draft}", f"people.names:{draft}:0")
        opens(rosa, f"audience.everyone:{draft}")
    opens(rosa, f"in_groups.toggle:{draft}:{group}", f"in_groups.in_private:{draft}:0")
    opens(rosa, f"audience.everyone:{draft}", f"when.hours:{draft}:{tomorrow.date()}")
    opens(rosa, f"when.at:{draft}:{tomorrow:%Y%m%dT%H00Z}", f"when.press:{draft}:1")
    opens(rosa, f"when.month:{draft}:{tomorrow.date()}", f"looking.test:{draft}:0")
    opens(rosa, f"sending.send:{draft}", f"sending.wake:{draft}", f"sending.take_back:{draft}")
    opens(rosa, f"when.press:{draft}:0", f"when.after_quiet:{draft}", f"when.at_once:{draft}")
    opens(rosa, f"dropping.drop:{draft}", f"dropping.undo:{draft}")
