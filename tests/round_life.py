"""A round of questions, crawled: opened, answered by words and voice, closed, sorted, told, and seated."""

from tests.crawler import Crawler
from tests.last_weeks import told
from tests.quiet_weeks import opens
from tests.rounds import number
from tests.talk import Talk


def is_open(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Rosa asks everybody; Ada speaks and may be heard, and takes it back; Eve has said nothing yet."""
    ada, programme = crawlers["Ada"], talk.rows()["programmes"][0]["id"]
    opens(crawlers["Rosa"], f"rounds.overview:{programme}", f"rounds.send:{programme}:7")
    told(talk, crawlers)
    which = number(talk)
    opens(crawlers["Eve"], f"round.remind:{which}")
    for name in ("Samir", "Ines", "Lea"):
        opens(crawlers[name], f"round.question:{which}:goes-well")
    opens(ada, f"round.ask:{which}", f"round.question:{which}:hard")
    ada.phone.sends_voice()
    ada.reads(ada.phone.screen)
    ada.phone.presses("They may hear it", "Back")
    ada.looks()
    ada.phone.forges(f"round.question:{which}:hard")
    ada.phone.presses("Take answer back", "Take it back")
    for page in ("allow", "forget"):
        ada.opened[f"round.{page}"] += 1
    ada.looks()


def is_over(talk: Talk, crawlers: dict[str, Crawler]) -> None:
    """Rosa closes it, and makes two themes out of what goes well; her crawl does the rest."""
    rosa, which = crawlers["Rosa"], number(talk)
    opens(rosa, f"rounds.ask_close:{which}", f"rounds.close:{which}", f"rounds.closed:{which}")
    told(talk, crawlers)
    opens(rosa, f"sorting.go_on:{which}:goes-well")
    for name in ("Walk to the sea", "Dance"):
        rosa.phone.presses("New theme")
        rosa.reads(rosa.phone.screen)
        rosa.phone.says(name)
        rosa.looks()
    sorted_in = next(row["id"] for row in talk.rows()["opinions"] if row["theme_id"])
    opens(rosa, f"themes.answer:{sorted_in}", f"themes.quote:{sorted_in}:1", f"outcome.show:{which}")
