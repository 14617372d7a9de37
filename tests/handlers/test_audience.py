"""To whom an announcement goes: by taps, counted live, looked through by name; nobody from elsewhere ever."""

from collections.abc import Iterator

import pytest
from sqlalchemy import update

from db.announcements import Announcement
from db.people import Role
from handlers.announcing.people import SHOWN
from tests.handlers.test_announcements import PICNIC, confirms, number, writes
from tests.handlers.test_goals import GONE
from tests.handlers.test_meetings import met_before
from tests.people import Cast, Who
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GOES = "It goes to {n} person."


def test_only_newcomers_who_need_housing(rosa: Phone, samir: Phone, ada: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.sees("Everyone in {programme}.", programme="Marseille 2027")
    rosa.presses("To whom", "Only…", "Their role", "Newcomers")
    rosa.sees("Only {people}.", people=rosa.say("newcomers"))
    rosa.sees(GOES, n=2)
    rosa.presses("To whom", "Only…", "Needs and offers", "Housing")
    rosa.sees("They need or offer: {needs}.", needs=rosa.say("Housing"))
    rosa.sees(GOES, n=1)
    rosa.presses("Go back")
    rosa.sees(PICNIC, "Only {people}.", people=rosa.say("newcomers"))
    rosa.presses("Send to {n} person", n=1)
    assert talk.passes(minutes=1) == 1
    samir.sees("Picnic on Sunday.")
    assert ada.last == 0
    ada.forges(f"bulletin.read:{number(talk)}")
    ada.sees(GONE)


def test_two_ticks_of_a_sort_mean_either(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("To whom", "Only…", "Their language", "العربية")
    rosa.sees("They read {languages}.", languages="العربية")
    rosa.sees(GOES, n=1)
    rosa.presses("English")
    rosa.sees(GOES, n=2)
    rosa.presses("English", "العربية")
    rosa.sees("Everyone in {programme}.", programme="Marseille 2027")
    rosa.sees(GOES, n=5)


def test_all_but_mentors_and_whoever_met(rosa: Phone, ada: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    writes(rosa)
    rosa.presses("To whom", "Without…", "Their meetings", "Met lately")
    rosa.sees("Everyone in {programme}.", programme="Marseille 2027")
    rosa.sees("Without those who met in the last three weeks.")
    rosa.sees(GOES, n=3)
    rosa.presses("To whom", "Without…", "Their role", "Mentors")
    rosa.sees("Without {people}.", people=rosa.say("mentors"))
    rosa.sees(GOES, n=2)
    rosa.presses("To whom", "See names")
    rosa.sees("Rosa", "Samir")
    rosa.sees_not("Ada", "Nia", "Ines")


def test_whether_they_met_is_one_or_the_other(rosa: Phone, ada: Phone, talk: Talk) -> None:
    met_before(ada, talk)
    writes(rosa)
    rosa.presses("To whom", "Only…", "Their meetings", "Met lately")
    rosa.sees("They met in the last three weeks.")
    rosa.sees(GOES, n=2)
    rosa.presses("Not met lately")
    rosa.sees("They did not meet in the last three weeks.")
    rosa.sees(GOES, n=3)


def test_those_who_are_new(rosa: Phone, cast: Cast) -> None:
    cast.talk.clock.forward(days=20)
    writes(rosa)
    rosa.presses("To whom", "Only…", "New people", "Last two weeks")
    rosa.sees(GOES, n=0)
    rosa.may_not_press("Send to {n} people", n=0)
    rosa.presses("Last month")
    rosa.sees(GOES, n=5)


def test_an_old_button_sends_to_nobody(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    old = rosa.link("Send to {n} people", n=5)
    talk.clock.forward(days=20)
    rosa.presses("To whom", "Only…", "New people", "Last two weeks")
    rosa.forges(old)
    rosa.sees("It goes to nobody. Please choose to whom.")
    assert talk.rows()["announcements"][0]["sent_at"] is None


def test_chosen_people_by_name(rosa: Phone, ada: Phone, nia: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("To whom", "Chosen people", "Ada", "Nia")
    rosa.sees("Only chosen people: {names}.", names=rosa.words.listed(["Ada", "Nia"]).striptags())
    rosa.presses("Nia")
    rosa.sees(GOES, n=1)
    rosa.presses("Go back", "Send to {n} person", n=1)
    assert talk.passes(minutes=1) == 1
    ada.sees("Picnic on Sunday.")
    assert nia.last == 0
    assert talk.rows()["announcement_picks"] == [], "what was ticked is not kept longer than it is needed"


def test_everybody_but_one(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("To whom", "Without…", "By name", "Nia")
    rosa.sees("Without {people}.", people="Nia")
    rosa.sees(GOES, n=4)
    rosa.presses("Nia")
    rosa.sees(GOES, n=5)


def test_everyone_again(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    rosa.presses("To whom")
    rosa.may_not_press("Everyone again")
    rosa.presses("Chosen people", "Ada", "Go back", "To whom", "Everyone again")
    rosa.sees(GOES, n=5)
    [row] = talk.rows()["announcements"]
    assert (row["audience"], talk.rows()["announcement_picks"]) == (None, [])


def test_names_come_a_few_to_a_page_with_role_and_language(rosa: Phone, cast: Cast) -> None:
    for count in range(6):
        cast.joined(Who(f"Zed {count}", Role.MENTEE, "ar"))
    writes(rosa)
    rosa.presses("To whom", "See names")
    rosa.sees("Ada · " + rosa.say("newcomer") + " · العربية", "Nia · " + rosa.say("mentor") + " · Français")
    rosa.sees("Rosa · " + rosa.say("coordinator"))
    rosa.sees(GOES, n=11)
    rosa.sees_not("Zed 3")
    rosa.presses("More people")
    rosa.sees("Zed 3", "Zed 5")
    rosa.presses("More people")
    rosa.sees("Ada")


def test_ticks_come_a_few_to_a_page_and_the_page_stays(rosa: Phone, cast: Cast) -> None:
    for count in range(6):
        cast.joined(Who(f"Zed {count}", Role.MENTEE, "ar"))
    writes(rosa)
    rosa.presses("To whom", "Chosen people")
    rosa.may_press("Ada", "Zed 2")
    rosa.may_not_press("Zed 3")
    rosa.presses("More people", "Zed 4")
    rosa.sees("Only chosen people: {names}.", names="Zed 4")
    rosa.may_press("Zed 4", "Zed 5")
    assert len([label for label in rosa.labels if "Zed" in label]) < SHOWN


def test_only_chosen_groups_get_it(rosa: Phone, cast: Cast, room: Room, ada: Phone) -> None:
    kitchen = Room(cast.talk, -501)
    confirms(rosa, room)
    kitchen.adds_bot("Kitchen")
    rosa.opens(kitchen.door)
    rosa.presses("Yes, {programme}", programme="Marseille 2027")
    writes(rosa)
    rosa.sees("And in: {groups}.", groups=rosa.words.listed(["Chez Rosa", "Kitchen"]).striptags())
    rosa.presses("To whom", "Groups", "Kitchen")
    rosa.sees("And in: {groups}.", groups="Chez Rosa")
    rosa.presses("Only in groups")
    rosa.sees("Nobody in private.")
    before = kitchen.last
    rosa.presses("Go back", "Send to {n} group", n=1)
    assert cast.talk.passes(minutes=1) == 1
    room.sees(PICNIC)
    assert (kitchen.last, ada.last) == (before, 0)


def test_all_groups_again_are_those_to_come_too(rosa: Phone, talk: Talk, room: Room) -> None:
    confirms(rosa, room)
    writes(rosa)
    rosa.presses("To whom", "Groups", "Chez Rosa")
    rosa.sees("In no group.")
    rosa.presses("Chez Rosa")
    rosa.sees("And in: {groups}.", groups="Chez Rosa")
    assert talk.rows()["announcements"][0]["audience"] is None


def test_without_a_group_there_is_none_to_choose(rosa: Phone) -> None:
    writes(rosa)
    rosa.presses("To whom", "Groups")
    rosa.sees("No group gets announcements yet.")


def test_what_a_later_release_chose_is_nobody_until_everyone_is_chosen(rosa: Phone, talk: Talk) -> None:
    writes(rosa)
    talk.look(lambda session: session.execute(update(Announcement).values(audience={"version": 9})))
    rosa.forges(f"announcements.show:{number(talk)}")
    rosa.sees("Nobody in private.", "In no group.")
    rosa.forges(f"audience.set_role:{number(talk)}:only:mentee")
    rosa.sees(GOES, n=0)
    rosa.presses("To whom", "Everyone again")
    rosa.sees(GOES, n=5)


def everything(cast: Cast) -> Iterator[str]:
    """Every link of the subject that changes or shows something."""
    draft, place = number(cast.talk), cast.place("Ada")
    for page in ("audience.show", "audience.everyone", "in_groups.show", "when.show", "when.at_once"):
        yield f"{page}:{draft}"
    for page in ("audience.rules", "audience.set_role", "audience.set_need", "people.pick"):
        yield f"{page}:{draft}:only" + {"set_role": ":mentor", "set_need": ":work", "pick": ":0"}.get(
            page.partition(".")[2], ""
        )
    for rest in ("people.names:{}:0", "looking.version:{}:0", "looking.test:{}:0", "when.after_quiet:{}"):
        yield rest.format(draft)
    for rest in ("when.press:{}:1", "sending.wake:{}", "in_groups.in_private:{}:0"):
        yield rest.format(draft)
    yield f"people.tick:{draft}:only:{place}"


@pytest.mark.parametrize("who", ["Bea", "Ada", "Nia"])
def test_nobody_but_its_coordinators(rosa: Phone, cast: Cast, who: str) -> None:
    writes(rosa)
    phone = cast.phones[who]
    with cast.talk.nothing_changes():
        for link in everything(cast):
            phone.forges(link)
            phone.sees(GONE)
            phone.sees_not("Picnic on Sunday.", "Samir")


def test_nobody_from_elsewhere_is_ever_among_them(rosa: Phone, bea: Phone, cast: Cast, room: Room) -> None:
    cast.joined(Who("Kim", Role.MENTEE), elsewhere=True)
    room.adds_bot()
    bea.opens(room.door)
    bea.presses("Yes, {programme}", programme="Athens 2027")
    writes(rosa)
    draft, group = number(cast.talk), cast.talk.rows()["groups"][0]["id"]
    with cast.talk.nothing_changes():
        for member in cast.talk.rows()["members"]:
            if member["programme_id"] == cast.elsewhere.id:
                rosa.forges(f"people.tick:{draft}:only:{member['id']}")
                rosa.sees(GONE)
        rosa.forges(f"in_groups.toggle:{draft}:{group}")
        rosa.sees(GONE)


def test_a_coordinator_of_both_keeps_them_apart(rosa: Phone, cast: Cast) -> None:
    """Even who coordinates two programmes never reaches the one from the other."""
    kim = cast.joined(Who("Kim", Role.MENTEE), elsewhere=True)
    rosa.opens(cast.invitation(Role.COORDINATOR, elsewhere=True))
    writes_here(rosa, cast)
    draft, place = number(cast.talk), cast.place("Kim")
    with cast.talk.nothing_changes():
        rosa.forges(f"people.tick:{draft}:only:{place}")
        rosa.sees(GONE)
    assert kim.last == 0


def writes_here(rosa: Phone, cast: Cast) -> None:
    rosa.forges(f"announcements.ask:{cast.programme.id}")
    rosa.says(PICNIC)


@pytest.mark.parametrize(
    "rest",
    [
        "audience.rules:{}:never",
        "audience.ask:{}:only:age",
        "audience.set_role:{}:only:guest",
        "audience.set_language:{}:only:xx",
        "audience.set_need:{}:without:moon",
        "people.pick:{}:only:9",
        "people.pick:{}:only:-1",
        "people.names:{}:1",
        "in_groups.in_private:{}:7",
        "when.press:{}:2",
        "when.at:{}:20990101T1000Z",
        "looking.version:{}:3",
        "looking.test:{}:-1",
    ],
)
def test_what_is_forged_is_not_there(rosa: Phone, talk: Talk, rest: str) -> None:
    writes(rosa)
    with talk.nothing_changes():
        rosa.forges(rest.format(number(talk)))
        rosa.sees(GONE)


def test_once_it_is_sent_nothing_of_it_changes(rosa: Phone, cast: Cast) -> None:
    writes(rosa)
    links = [each for each in everything(cast) if not each.startswith("looking.test")]
    rosa.presses("Send to {n} people", n=5)
    with cast.talk.nothing_changes():
        for link in links:
            rosa.forges(link)
            rosa.sees("It starts in a moment. You can still stop it.")
