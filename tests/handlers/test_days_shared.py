"""Who knows of a day of culture: nobody, until its owner tells the partner; never the desk."""

from db.observances import Observance
from db.people import Role
from handlers.kit.screen import Screen
from tests.crawler import Crawler
from tests.days import NOWRUZ, YALDA, chooses, rows, tells
from tests.people import Cast, Who
from tests.phones import Phone
from tests.talk import Talk
from tests.vocabulary import read


def test_the_partner_knows_only_what_one_tells(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.YALDA)
    nia.forges("days.ahead")
    nia.sees("You have not chosen a day yet. You find them in the settings.")
    nia.forges("days.show:nowruz")
    nia.sees_not("Ada")
    ada.forges("days.show:nowruz")
    ada.presses("Tell {names}", names="Nia")
    ada.sees("You have told {names}.", names="Nia")
    assert rows(talk) == {("nowruz", True), ("yalda", False)}
    nia.forges("days.ahead")
    nia.sees(f"{nia.say(NOWRUZ.name)} · Ada")
    nia.sees_not(YALDA.name)
    nia.presses(NOWRUZ.name)
    nia.sees("A special day for {name}.", name="Ada")


def test_all_are_told_after_one_question(ada: Phone, nia: Phone, talk: Talk) -> None:
    chooses(ada, Observance.NOWRUZ, Observance.YALDA)
    ada.presses("Tell {names}", names="Nia")
    ada.sees("Shall we tell {names} of these days?", names="Nia")
    ada.sees(NOWRUZ.name, YALDA.name)
    ada.presses("Keep it to myself")
    assert rows(talk) == {("nowruz", False), ("yalda", False)}
    ada.presses("Tell {names}", names="Nia")
    ada.presses("Tell {names}", names="Nia")
    assert rows(talk) == {("nowruz", True), ("yalda", True)}
    ada.may_not_press("Tell {names}", names="Nia")
    nia.forges("days.ahead")
    nia.sees(NOWRUZ.name, YALDA.name)


def test_what_was_told_can_be_kept_to_oneself_again(ada: Phone, nia: Phone) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    ada.forges("days.show:nowruz")
    ada.presses("Keep it to myself")
    ada.sees("Nobody else knows of it.")
    nia.forges("days.ahead")
    nia.sees_not(NOWRUZ.name, "Ada")


def test_a_day_given_up_is_told_to_nobody(ada: Phone, nia: Phone) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    ada.presses("Choose days", NOWRUZ.name)
    nia.forges("days.ahead")
    nia.sees_not(NOWRUZ.name)


def test_a_later_partner_does_not_know(ada: Phone, nia: Phone, cast: Cast, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    talk.clock.forward(minutes=1)
    zoe = cast.joined(Who("Zoe", Role.MENTOR))
    cast.pairs("Ada", "Zoe")
    zoe.forges("days.show:nowruz")
    zoe.sees_not("Ada")
    ada.forges("days.show:nowruz")
    ada.sees("You have told {names}.", names="Nia")
    ada.presses(
        "Tell {names}", names=ada.words.listed(["Nia", "Zoe"]).replace("\u2068", "").replace("\u2069", "")
    )
    zoe.forges("days.show:nowruz")
    zoe.sees("A special day for {name}.", name="Ada")


def test_nobody_else_sees_anything(ada: Phone, samir: Phone, rosa: Phone, talk: Talk) -> None:
    tells(ada, "Nia", Observance.NOWRUZ)
    for phone in (samir, rosa):
        phone.forges("days.ahead")
        phone.sees_not(NOWRUZ.name)
        phone.forges("days.show:nowruz")
        phone.sees_not("Ada")


def test_the_desk_says_nothing_of_it(ada: Phone, nia: Phone, rosa: Phone) -> None:
    """Whatever a coordinator opens, and in whichever order."""
    tells(ada, "Nia", Observance.NOWRUZ, Observance.YALDA)
    rosa.says("/desk")
    crawler = Watching(rosa)
    crawler.crawl()
    said = "\n".join(crawler.seen)
    assert "Ada" in said
    for name in (NOWRUZ.name, YALDA.name):
        assert rosa.say(name) not in said


class Watching(Crawler):
    """Keeps all that is shown anywhere but on the pages where people choose for themselves."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone)
        self.seen: list[str] = []

    def reads(self, screen: Screen) -> None:
        super().reads(screen)
        if not (screen.here or "").startswith(("choosing.", "days.")):
            labels = [each.label for row in screen.rows for each in row]
            self.seen.append("\n".join([read(screen.text), *labels]))
