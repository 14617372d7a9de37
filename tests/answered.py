"""An announcement answered, crawled: Nia writes, two coordinators see to it, and both sides are looked at."""

from db.people import Role
from tests.crawler import Crawler
from tests.last_weeks import told
from tests.people import Cast, Who
from tests.quiet_weeks import opens

NOON = 12
"""In UTC: nobody in the cast sleeps."""


def answered(cast: Cast, crawlers: dict[str, Crawler]) -> None:
    """Nia answers the last announcement that went out; Rosa takes it, Maud takes it over; Nia writes back."""
    talk, nia, rosa = cast.talk, crawlers["Nia"], crawlers["Rosa"]
    told(talk, crawlers, minutes=20)
    maud = Crawler(cast.joined(Who("Maud", Role.COORDINATOR, rosa.language)))
    crawlers["Maud"] = maud
    talk.clock.forward(hours=(NOON - talk.clock.now().hour) % 24)
    sent = [row["id"] for row in talk.rows()["announcements"] if row["started_at"]]
    opens(nia, f"answering_back.ask:{sent[-1]}")
    nia.phone.sends_voice()
    nia.looks()
    told(talk, crawlers, minutes=2)
    notice = rosa.phone.last
    thread, voice = (talk.rows()[table][-1]["id"] for table in ("threads", "thread_messages"))
    opens(rosa, f"incoming.overview:{cast.programme.id}", f"seeing_to.take:{thread}")
    told(talk, crawlers, minutes=1)
    opens(maud, f"seeing_to.ask_over:{thread}", f"incoming.show:{thread}")
    maud.phone.forges(f"seeing_to.ask_over:{thread}")
    maud.phone.presses("Take it over")
    maud.opened["seeing_to.over"] += 1
    maud.looks()
    opens(maud, f"replying.ask:{thread}", f"incoming.look:{voice}", f"incoming.newer:{voice}")
    late(rosa, notice)
    opens(rosa, f"seeing_to.put_aside:{thread}", f"incoming.gone:{notice}")
    told(talk, crawlers)
    nia.opened["answering_back.heard"] += 1
    nia.phone.replies("Walk to the sea")
    nia.opened["answering_back.back"] += 1
    nia.looks()
    opens(nia, f"answering_back.show:{thread}", f"answering_back.look:{voice}", "answering_back.mine:0")
    told(talk, crawlers, minutes=2)


def late(rosa: Crawler, notice: int) -> None:
    """What Rosa writes once another has taken it: one answer not sent, and one sent after all."""
    for label, page in (("Do not send it", "drop"), ("Send it", "send")):
        rosa.phone.replies("Walk to the sea", notice)
        rosa.looks()
        rosa.phone.presses(label)
        rosa.opened[f"replying.{page}"] += 1
        rosa.looks()
