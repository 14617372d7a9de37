"""An announcement's whole life, for the crawlers: sent, stopped, gone on, corrected, taken back."""

from tests.albums import sends_album
from tests.crawler import Crawler
from tests.quiet_weeks import opens

WORDS = "Walk to the sea"
"""What crawlers say."""


def announces(rosa: Crawler) -> None:
    """Rosa changes her mind as often as one can."""
    talk = rosa.phone.talk
    rosa.phone.forges("writing.ask:1")
    rosa.phone.says(WORDS)
    rosa.phone.sends_photo(WORDS)
    rosa.looks()
    opens(rosa, "writing.this:1")
    sends_album(rosa.phone, ["one", "two"])
    one = talk.rows()["announcements"][-1]["id"]
    language = rosa.language
    opens(rosa, f"sending.send:{one}", f"sending.take_back:{one}", f"sending.send:{one}")
    talk.passes(minutes=1)
    opens(rosa, f"sending.progress:{one}", f"sending.stop:{one}", f"sending.go_on:{one}")
    talk.delivers()
    opens(rosa, f"report.overview:{one}", f"report.again:{one}", f"report.spreadsheet:{one}")
    opens(rosa, f"correcting.which:{one}", f"correcting.ask:{one}:{language}")
    opens(rosa, f"correcting.confirm:{one}:{language}", f"correcting.leave:{one}:{language}")
    opens(rosa, f"correcting.look:{one}:{language}", f"correcting.confirm:{one}:{language}")
    talk.passes(minutes=1)
    opens(rosa, f"retracting.ask:{one}", f"retracting.do:{one}", f"retracting.leave:{one}")
    opens(rosa, f"retracting.do:{one}")
    talk.passes(minutes=1)
    opens(rosa, f"retracting.state:{one}")
