"""Icebreakers, crawled: answers that open, answers that wait, and one that is taken back."""

from tests.crawler import Crawler
from tests.last_weeks import told
from tests.talk import Talk


def shares(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Ada and Nia both answer; then Nia alone does, until it goes back to her; one answer is taken back."""
    ada, nia = crawlers["Ada"], crawlers["Nia"]
    pair = talk.rows()["pairs"][0]["id"]
    _opens(ada, f"icebreakers.another:{pair}")
    ada.phone.sends_photo("Walk to the sea")
    ada.looks()
    talk.clock.forward(minutes=2)
    told(talk, crawlers)
    nia.phone.forges(f"icebreakers.show:{_newest(talk)}")
    nia.phone.sends_voice()
    nia.looks()
    for page in (f"opened.show:{_newest(talk)}", f"opened.hear:{_answer(talk)}", f"sharing.of_pair:{pair}:0"):
        nia.phone.forges(page)
        nia.looks()
    talk.clock.forward(minutes=2)
    told(talk, crawlers)
    for page in ("sharing.mine:0", f"sharing.own:{_answer(talk)}", f"taking_back.ask:{_answer(talk)}"):
        ada.phone.forges(page)
        ada.looks()
    ada.phone.presses("Take it back")
    ada.looks()
    told(talk, crawlers)
    _opens(nia, f"icebreakers.show:{_newest(talk)}")
    _opens(nia, f"icebreakers.another:{pair}")
    nia.phone.says("Walk to the sea")
    nia.looks()
    for _ in range(12):
        talk.clock.forward(days=1)
        told(talk, crawlers)


def _opens(crawler: Crawler, link: str) -> None:
    crawler.phone.forges(link)
    crawler.check(crawler.phone.screen)


def _answer(talk: Talk) -> int:
    """Ada's answer to the newest one."""
    [mine] = [row["id"] for row in talk.rows()["answers"] if row["words"] == "Walk to the sea"]
    return int(mine)


def _newest(talk: Talk) -> int:
    ideas = talk.rows()["icebreakings"]
    return int(max(ideas, key=lambda row: (row["given_at"], row["id"]))["id"])
