"""The desk: who waits, who is together, and how two become a pair."""

from sqlalchemy import func, select

from db.pairs import Pair
from db.people import Role
from tests.people import Cast, Who
from tests.phones import Phone

OMAR = Who("Omar", Role.MENTEE, "ar", ["ar", "en"], ["housing"])
LEA = Who("Lea", Role.MENTOR, "fr", ["fr", "en"], ["housing", "work"])


def test_rosa_sees_at_a_glance_how_things_stand(rosa: Phone, cast: Cast) -> None:
    cast.joined(OMAR)
    rosa.opens()
    rosa.presses("Open my desk")
    rosa.sees("Marseille 2027")
    rosa.sees("{n} newcomer waits.", n=1)
    rosa.sees("{n} mentor waits.", n=0)
    rosa.sees("{n} pair is together.", n=2)
    rosa.presses("See pairs")
    rosa.sees("Ada", "Nia", "Samir", "Ines")
    rosa.presses("Go back", "See who waits")
    rosa.sees("Omar", "Choose a newcomer:")


def test_rosa_makes_a_pair_and_both_learn_of_it(rosa: Phone, cast: Cast) -> None:
    omar, lea = cast.joined(OMAR), cast.joined(LEA)
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", "Omar")
    rosa.sees("Choose a mentor for {name}:", name="Omar")
    rosa.presses("Lea")
    rosa.sees("Omar", "Lea", "Shall we make this pair? Both will learn the other's name.")
    rosa.presses("Make a pair")
    assert cast.talk.delivers() == 2
    omar.sees("<b>{name}</b> is your partner.", "Idea to share", name="Lea")
    omar.sees("{name} speaks {languages}.", name="Lea", languages=omar.words.listed(["Français", "English"]))
    lea.sees("<b>{name}</b> is your partner.", "Idea to share", name="Omar")
    for each in (omar, lea):
        told = each.last
        each.presses("Add a first goal")
        each.sees("What would you like to work towards together?")
        assert each.last != told, "the message of the match is there to be read again"


def test_both_get_the_same_idea(rosa: Phone, cast: Cast) -> None:
    lea, tom = cast.joined(LEA), cast.joined(Who("Tom", Role.MENTEE, "fr"))
    makes_a_pair(rosa, "Tom", "Lea")
    cast.talk.delivers()
    ideas = [each.text.splitlines()[-1] for each in (lea, tom)]
    assert ideas[0] == ideas[1]


def test_pressing_twice_makes_one_pair(rosa: Phone, cast: Cast) -> None:
    cast.joined(OMAR), cast.joined(LEA)
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", "Omar", "Lea")
    rosa.presses_again("Make a pair")
    rosa.sees("One of them is already in a pair.")
    assert number_of_pairs(cast) == 3
    assert cast.talk.delivers() == 2


def test_a_mentor_found_meanwhile_is_not_matched_again(rosa: Phone, cast: Cast) -> None:
    cast.joined(OMAR), cast.joined(LEA), cast.joined(Who("Tom", Role.MENTEE))
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", "Omar", "Lea")
    old = rosa.last
    rosa.opens()
    makes_a_pair(rosa, "Tom", "Lea")
    with cast.talk.nothing_changes():
        rosa.presses("Make a pair", on=old)
    rosa.sees("One of them is already in a pair.")


def test_forged_pairs_are_not_made(rosa: Phone, cast: Cast) -> None:
    for who in (OMAR, LEA, Who("Tom", Role.MENTEE), Who("Eve", Role.MENTOR)):
        cast.joined(who)
    omar, lea, tom, eve = (cast.place(name) for name in ("Omar", "Lea", "Tom", "Eve"))
    with cast.talk.nothing_changes():
        for two in ((omar, tom), (lea, eve), (lea, omar), (omar, omar), (cast.place("Ada"), lea)):
            rosa.forges(f"matching.make:{two[0]}:{two[1]}")
            rosa.sees("One of them is already in a pair.")


def test_nobody_becomes_their_own_mentor(rosa: Phone, cast: Cast) -> None:
    omar = cast.joined(OMAR)
    omar.opens(cast.invitation(Role.MENTOR))
    omar.presses("Continue", "Housing", "Continue")
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", "Omar")
    rosa.may_not_press("Omar")
    rosa.sees("No mentor waits yet.")


def test_no_other_coordinator_sees_the_desk(bea: Phone, cast: Cast) -> None:
    cast.joined(OMAR), cast.joined(LEA)
    omar, lea, here = cast.place("Omar"), cast.place("Lea"), cast.programme.id
    with cast.talk.nothing_changes():
        for link in (
            f"desk.open:{here}",
            f"desk.together_now:{here}",
            f"matching.waiting:{here}",
            f"matching.choose:{omar}",
            f"matching.ask:{omar}:{lea}",
            f"matching.make:{omar}:{lea}",
            f"invitations.overview:{here}",
            f"invitations.make:{here}:mentee",
        ):
            bea.forges(link)
            bea.sees("That is not here any more. Nothing has changed.")
            bea.sees_not("Omar", "Lea", "Ada", "Marseille 2027")


def test_mentees_and_mentors_have_no_desk(ada: Phone, nia: Phone, cast: Cast) -> None:
    with cast.talk.nothing_changes():
        for each in (ada, nia):
            each.opens()
            each.may_not_press("Open my desk")
            for link in (f"desk.open:{cast.programme.id}", f"matching.waiting:{cast.programme.id}"):
                each.forges(link)
                each.sees("That is not here any more. Nothing has changed.")
            each.says("/desk")
            each.sees("The desk is for coordinators.")
            each.may_not_press("See who waits")


def test_the_desk_names_whom_nobody_reaches(rosa: Phone, ada: Phone) -> None:
    ada.blocks()
    rosa.says("/desk")
    rosa.sees("Not reachable: {names}", names="Ada")
    ada.unblocks()
    rosa.says("/desk")
    rosa.sees_not("Ada")


def test_an_invitation_is_a_link_and_a_picture(rosa: Phone, cast: Cast) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Invite people", "Newcomers")
    rosa.sees("https://t.me/passerelle_bot?start=", "Forward this link, or show the QR code:")
    rosa.sees("Used by {n} person.", n=0)
    link = rosa.last
    rosa.presses("Show QR code")
    assert rosa.screen.picture
    assert rosa.screen.picture.draw().startswith(b"\x89PNG")
    assert rosa.last != link, "the picture is a message of its own"
    rosa.presses("Go back", "Go back", "Invite people", "Newcomers")
    assert len(cast.talk.rows()["invitations"]) == 1, "the open one is shown again"


def test_at_an_empty_desk_nobody_waits(bea: Phone) -> None:
    bea.opens()
    bea.presses("Open my desk", "See pairs")
    bea.sees("There is no pair yet.")
    bea.presses("Go back", "See who waits")
    bea.sees("Nobody waits at the moment.")


def makes_a_pair(rosa: Phone, mentee: str, mentor: str) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "See who waits", mentee, mentor, "Make a pair")


def number_of_pairs(cast: Cast) -> int:
    asked = select(func.count()).select_from(Pair)
    return cast.talk.look(lambda session: session.scalars(asked).one())
