"""Rosa at her desk, who asks a machine, and Samir, who reads what it wrote."""

from dataclasses import dataclass

from bot.translating import Translating
from tests.handlers.test_announcements import writes
from tests.handlers.test_versions import ENGLISH_NAME
from tests.phones import Phone
from tests.talk import Talk
from tests.translating.machine import HOST


@dataclass
class Desk:
    """Rosa's desk, with a machine behind it."""

    talk: Talk
    rosa: Phone
    samir: Phone
    translating: Translating

    async def waits(self) -> int:
        """The machine is asked for what is due; how many messages went out then."""
        await self.translating.work()
        return self.talk.delivers()

    def asks(self, language: str = ENGLISH_NAME) -> None:
        writes(self.rosa)
        self.rosa.presses("Languages", language, "Ask a machine")
        self.rosa.sees("These words leave our server to {host}.", host=HOST)
        self.rosa.presses("Ask the machine")
        self.rosa.sees("The machine is writing. Its words come here by themselves.")

    def sends(self) -> None:
        """From a version, send the announcement, and let it start."""
        self.rosa.presses("Go back")
        self.rosa.presses("Send to {n} people", n=5)
        self.talk.passes(minutes=1)
