"""Places at an event: who is brought, who waits, and who moves up by itself."""

from tests.handlers.invited import answers, arranges, event, hosts, invites, sends
from tests.phones import Phone
from tests.talk import Talk


def test_those_who_are_brought_are_counted(rosa: Phone, ada: Phone, samir: Phone) -> None:
    invites(rosa, places=10)
    answers(ada, "I come", brings=3)
    ada.sees("You come with {n} person.", n=3)
    answers(samir, "I come")
    samir.sees("{n} person comes.", n=5)
    samir.sees("{n} place is left.", n=5)
    ada.presses("I bring someone", "0")
    ada.sees("You come.")
    hosts(rosa)
    rosa.sees("{n} person comes.", n=2)


def test_where_nobody_may_bring_others_none_is_asked(rosa: Phone, ada: Phone, talk: Talk) -> None:
    arranges(rosa)
    rosa.presses("May bring others", "Date and place")
    rosa.may_press("May bring others")
    rosa.presses("Go back")
    sends(rosa)
    answers(ada, "I come")
    ada.may_not_press("I bring someone")
    with talk.nothing_changes():
        ada.forges(f"bringing.take:{event(talk)}:2")


def test_the_waiting_list_is_told_honestly_and_moves_up(
    rosa: Phone, ada: Phone, nia: Phone, samir: Phone
) -> None:
    invites(rosa, places=2)
    answers(ada, "I come", brings=1)
    answers(samir, "I come")
    samir.sees("All places are taken.", "You wait for a place.")
    samir.sees("Your number on the waiting list: {n}", n=1)
    nia.presses("Maybe")
    nia.may_press("Waiting list")
    nia.presses("Waiting list")
    nia.sees("Your number on the waiting list: {n}", n=2)
    ada.presses("I bring someone", "0")
    assert rosa.talk.delivers() == 1
    samir.sees("There is a place for you now.", "You come.")
    samir.may_press("I cannot")
    samir.presses("I cannot")
    assert rosa.talk.delivers() == 1
    nia.sees("There is a place for you now.", "You come.")


def test_who_left_meanwhile_hears_of_no_place(rosa: Phone, ada: Phone, samir: Phone, talk: Talk) -> None:
    invites(rosa, places=1)
    answers(ada, "I come")
    answers(samir, "I come")
    ada.presses("I cannot")
    samir.presses("I cannot")
    assert talk.delivers() == 0


def test_more_than_there_are_places_cannot_be_brought(rosa: Phone, ada: Phone) -> None:
    invites(rosa, places=3)
    answers(ada, "I come", brings=3)
    ada.sees("There are not so many places.", "You come.")
    ada.presses("I bring someone", "2")
    ada.sees("You come with {n} person.", n=2)


def test_more_places_let_people_move_up(rosa: Phone, ada: Phone, nia: Phone, samir: Phone) -> None:
    invites(rosa, places=1)
    for each in (ada, nia, samir):
        answers(each, "I come")
    hosts(rosa)
    rosa.sees("On the waiting list: {n}", n=2)
    rosa.presses("Places")
    rosa.says("٣")
    assert rosa.talk.delivers() == 2
    nia.sees("There is a place for you now.")
    hosts(rosa)
    rosa.presses("Places")
    rosa.says("2")
    rosa.sees("{n} person comes already.", n=3)


def test_a_number_is_no_name_for_the_list(rosa: Phone, talk: Talk) -> None:
    invites(rosa, places=2)
    hosts(rosa)
    rosa.presses("Put on the list")
    with talk.nothing_changes():
        rosa.says("Passport 12AB34567")
    rosa.sees_not("{name} is on the list.", name="Passport 12AB34567")


def test_rosa_puts_somebody_on_the_list(rosa: Phone, nia: Phone, talk: Talk) -> None:
    invites(rosa, places=2)
    hosts(rosa)
    rosa.presses("Put on the list", "Nia")
    rosa.sees("{name} is on the list.", name="Nia")
    rosa.says("Grandmother")
    rosa.sees("{name} is on the list.", name="Grandmother")
    rosa.says("Uncle")
    rosa.sees("{name} is on the waiting list.", name="Uncle")
    assert talk.delivers() == 1
    nia.sees("Your coordinator put you on the list.", "You come.")
    nia.presses("I cannot")
    hosts(rosa)
    rosa.presses("See names")
    rosa.sees("Grandmother", "Uncle")
