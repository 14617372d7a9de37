"""A sample programme, played through as its people would: a coordinator, two pairs, an open invitation."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from bot.playground.controls import Controls
from bot.playground.hand import Hand
from bot.playground.pocket import Pocket
from db import invitations, programmes
from db.engine import Database
from db.people import Role
from db.programmes import Programme

PROGRAMME = "Marseille 2027"
ZONE = "Europe/Paris"


@dataclass(frozen=True)
class Guest:
    """Somebody of the sample: what their phone shows, what they answer when they join."""

    name: str
    app: str
    reads: str
    role: Role
    speaks: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


ROSA = Guest("Rosa", "fr", "fr", Role.COORDINATOR)
ADA = Guest("Ada", "ar", "ar", Role.MENTEE, ("ar", "fr"), ("language", "work"))
NIA = Guest("Nia", "fr", "fr", Role.MENTOR, ("fr",), ("language", "leisure"))
OLENA = Guest("Olena", "uk", "en", Role.MENTEE, ("uk", "en"), ("papers", "people"))
TOM = Guest("Tom", "en", "en", Role.MENTOR, ("en", "fr"), ("people", "mobility"))


@dataclass(frozen=True)
class Sample:
    """Plays the sample through the real bot, so that every phone shows a true conversation."""

    pocket: Pocket
    database: Database
    controls: Controls

    async def play(self) -> None:
        """From an empty database to two pairs with a goal and a step each."""
        self.database.work(self._programme)
        rosa = await self._joins(ROSA)
        await rosa.presses("desk.open")
        for role in (Role.MENTEE, Role.MENTOR):
            await rosa.presses("invitations.overview")
            await rosa.presses(f"invitations.make:1:{role}")
            await rosa.presses("desk.open")
        ada = await self._joins(ADA)
        await self._joins(OLENA)
        await self._joins(NIA)
        tom = await self._joins(TOM)
        await self._match(rosa)
        await self._match(rosa)
        await self._goal(ada, "أطلب القهوة بالفرنسية", "نتعلم خمس جمل للمقهى")
        await self._goal(tom, "Find a choir for Olena", "Listen to one rehearsal together")
        await self.controls.shift(timedelta(minutes=3))
        self.pocket.add_person("Karim", "ar")
        self.pocket.add_link("Invitation for a newcomer", self._link(Role.MENTEE))
        self.pocket.add_link("Invitation for a mentor", self._link(Role.MENTOR))

    def _programme(self, session: Session) -> None:
        now = self.controls.now()
        programme = Programme(name=PROGRAMME, zone=ZONE, language="fr", created_at=now)
        programmes.add(session, programme)
        invitations.make(session, programme, Role.COORDINATOR, now)

    def _link(self, role: Role) -> str:
        def token(session: Session) -> str:
            programme = programmes.every(session)[0]
            found = invitations.open_ones(session, programme, self.controls.now())
            return next(each.token for each in found if each.role == role)

        return f"https://t.me/{self.pocket.bot.username}?start={self.database.work(token)}"

    async def _joins(self, guest: Guest) -> Hand:
        hand = Hand(self.pocket, guest.name, guest.app)
        await hand.opens(self._link(guest.role))
        await hand.presses(f"joining.read_in:{guest.reads}")
        await hand.presses("joining.agree")
        await hand.says(guest.name)
        for language in guest.speaks:
            await hand.presses(f"profile.speak:{language}:")
        if guest.speaks:
            await hand.presses("profile.ask_needs")
            for need in guest.needs:
                await hand.presses(f"profile.toggle_need:{need}")
            await hand.presses("profile.finish")
        return hand

    async def _match(self, rosa: Hand) -> None:
        await rosa.says("/desk")
        for link in ("matching.waiting", "matching.choose", "matching.ask", "matching.make"):
            await rosa.presses(link)

    async def _goal(self, hand: Hand, goal: str, step: str) -> None:
        await self.controls.shift(timedelta(minutes=1))
        await hand.presses("goals.ask_goal")
        await hand.says(goal)
        await hand.presses("goals.show")
        await hand.presses("planning.ask_step")
        await hand.says(step)
        await hand.presses("planning.set_who")
        await hand.presses("dates.set_when")
        await hand.presses("home.open")
