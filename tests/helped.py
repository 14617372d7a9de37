"""Versions of an announcement in other languages, for the crawlers: by Nia, and by a machine."""

from tests.announced import WORDS
from tests.crawler import Crawler
from tests.people import Cast
from tests.quiet_weeks import opens
from tests.talk import Talk

HOST = "translate.example.org"


def helps(cast: Cast, crawlers: dict[str, Crawler]) -> None:
    """Rosa writes; Nia, who agreed to, puts it into another language twice, and cannot once."""
    talk = cast.talk
    talk.clock.at("Friday 12:00")
    talk.conversation.translator = HOST
    rosa, nia = crawlers["Rosa"], crawlers["Nia"]
    read = rosa.language
    other = next(code for code in ("fr", "en") if code != read)
    place = cast.place("Nia")
    opens(nia, "helping.offer", "helping.agree")
    programme = talk.rows()["programmes"][0]["id"]
    rosa.phone.forges(f"announcements.ask:{programme}")
    rosa.phone.says(WORDS)
    rosa.looks()
    draft = talk.rows()["announcements"][-1]["id"]
    opens(rosa, f"translating.overview:{draft}", f"translating.open:{draft}:{other}")
    opens(rosa, f"machine.explain:{draft}:{other}", f"machine.start:{draft}:{other}")
    for page in ("choose", "leaf"):
        opens(rosa, f"asking.{page}:{draft}:{other}" + (":0" if page == "leaf" else ""))
    opens(rosa, f"asking.ask:{draft}:{other}:{place}")
    comes(talk, crawlers)
    asked = talk.rows()["asked_versions"][-1]["id"]
    opens(rosa, f"asking.look:{asked}")
    opens(nia, f"helping.write:{asked}", f"helping.hand_in:{asked}")
    comes(talk, crawlers)
    opens(rosa, f"asking.ask_change:{asked}")
    comes(talk, crawlers)
    opens(nia, f"helping.show:{asked}", f"helping.hand_in:{asked}")
    comes(talk, crawlers)
    opens(rosa, f"asking.approve:{asked}", f"versions.approve:{draft}:{other}")
    opens(rosa, f"machine.come:{draft}:{other}", f"versions.look:{draft}:{other}")
    opens(rosa, f"versions.write:{draft}:{other}")
    opens(rosa, f"removing.ask:{draft}:{other}", f"removing.remove:{draft}:{other}")
    opens(rosa, f"removing.restore:{draft}:{other}", f"sending.send:{draft}")
    comes(talk, crawlers)
    opens(nia, f"bulletin.version:{draft}:{other}", f"bulletin.others:{draft}:{other}")
    opens(nia, f"helping.thanks:{asked}", f"helping.decline:{asked}", "helping.stop")


def comes(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """What is due in the next minutes comes, and is looked at."""
    talk.passes(minutes=2)
    for name in ("Rosa", "Nia"):
        crawlers[name].looks()
