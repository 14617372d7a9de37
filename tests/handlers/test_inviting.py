"""Who is in a group and not with us yet finds a button there; nobody is written to who did not press it."""

from db.people import Role
from tests.people import Cast
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."


def invites(rosa: Phone, label: str = "Newcomers") -> None:
    rosa.presses("Invite people")
    rosa.sees("We write to nobody who does not press it.")
    rosa.presses(label)
    rosa.sees("It goes to {group}.", group="Chez Rosa")


def test_karim_joins_from_the_group(rosa: Phone, karim: Phone, group: Room, talk: Talk) -> None:
    invites(rosa)
    talk.delivers()
    group.sees("Marseille 2027", "Are you new here?")
    assert group.labels == [group.say("Join in private")]
    assert not karim.messages
    karim.opens(group.door)
    karim.presses("العربية")
    karim.sees("Marseille 2027")
    places = [row for row in talk.rows()["members"] if row["joined_at"] is None]
    assert [row["role"] for row in places] in ([], [Role.MENTEE])


def test_it_stands_in_both_languages_and_in_the_topic(rosa: Phone, group: Room, talk: Talk) -> None:
    group.opens_topic(77, "Plaza")
    rosa.presses("Settings", "Topic", "Plaza", "Second language", "العربية", "Go back")
    invites(rosa, "Mentors")
    talk.delivers()
    group.sees("Do you know life here?")
    assert str(talk.catalogues.words("ar")._("Do you know life here?")) in group.text
    assert group.screen.topic == 77


def test_it_is_posted_once_a_day_at_most(rosa: Phone, group: Room, talk: Talk) -> None:
    invites(rosa)
    rosa.presses("Go back")
    invites(rosa)
    assert talk.delivers() == 1
    talk.passes(days=2)
    rosa.forges("inviting.post:1:mentee")
    assert talk.delivers() == 1
    assert len(talk.rows()["invitations"]) == 1


def test_a_closed_invitation_loses_its_door(rosa: Phone, karim: Phone, group: Room, talk: Talk) -> None:
    invites(rosa)
    talk.delivers()
    door, posted = group.door, group.last
    rosa.presses("See invitation", "Close invitation")
    talk.passes(seconds=7)
    group.sees("This invitation is closed.")
    assert (group.last, group.labels) == (posted, [])
    karim.opens(door)
    assert not [row for row in talk.rows()["members"] if row["joined_at"] is None]


def test_nobody_is_made_a_coordinator_by_a_group(rosa: Phone, group: Room, cast: Cast, talk: Talk) -> None:
    with talk.nothing_changes():
        rosa.forges("inviting.post:1:coordinator")
        rosa.sees(GONE)
    cast.invitation(Role.COORDINATOR)
    cast.invitation(Role.MENTEE, elsewhere=True)
    for row in talk.rows()["invitations"]:
        rosa.forges(f"invitations.poster:{row['id']}")
    assert len(group.messages) == 1


def test_forged_links_invite_nobody(ada: Phone, bea: Phone, group: Room, talk: Talk) -> None:
    with talk.nothing_changes():
        for phone in (ada, bea):
            for link in ("inviting.ask:1", "inviting.post:1:mentee"):
                phone.forges(link)
                phone.sees(GONE)
