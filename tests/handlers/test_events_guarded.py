"""Events that are not one's own: drafts, other programmes, what has gone out or by."""

from tests.handlers.invited import PICNIC, PLACE, answers, arranges, event, invites, sends
from tests.people import Cast
from tests.phones import Phone
from tests.talk import Talk


def test_somebody_elsewhere_and_a_draft_are_seen_by_nobody(
    rosa: Phone, ada: Phone, bea: Phone, talk: Talk
) -> None:
    arranges(rosa)
    number = event(talk)
    with talk.nothing_changes():
        for link in (
            f"attending.show:{number}",
            f"attending.answer:{number}:1:comes",
            f"bringing.file:{number}",
        ):
            ada.forges(link)
            ada.sees_not(PICNIC)
    rosa.presses("Go back")
    sends(rosa)
    with talk.nothing_changes():
        for link in (
            f"attending.answer:{number}:1:comes",
            f"bringing.take:{number}:1",
            f"attending.show:{number}",
        ):
            bea.forges(link)
            bea.sees_not(PICNIC)
        ada.forges(f"attending.answer:{number}:1:never")
        ada.forges(f"bringing.take:{number}:1")
        ada.forges(f"bringing.take:{number}:9")


def test_only_coordinators_of_the_programme_host(rosa: Phone, ada: Phone, bea: Phone, cast: Cast) -> None:
    invites(rosa)
    answers(ada, "I come")
    number, draft = event(cast.talk), cast.talk.rows()["announcements"][-1]["id"]
    forged = [
        f"{page}:{number}"
        for page in (
            "hosting.show",
            "hosting.names",
            "door.show",
            "door.sheet",
            "shifting.call_off",
            "shifting.undo",
            "sizing.remove",
        )
    ]
    forged += [f"door.show:{number}:0", f"door.tick:{number}:1:1", f"door.ticks:{number}:0"]
    forged += [f"sizing.set_room:{number}:5", f"shifting.move:{number}:20270308T1700Z"]
    forged += [f"listing.put:{number}:{cast.place('Nia')}", f"listing.offer:{number}:0"]
    forged += [f"arranging.set_time:{draft}:20270308T1700Z", f"hosting.overview:{cast.programme.id}"]
    with cast.talk.nothing_changes():
        for link in forged:
            for stranger in (ada, bea):
                stranger.forges(link)
                stranger.sees("That is not here any more. Nothing has changed.")


def test_what_has_gone_out_or_begun_is_not_arranged_any_more(rosa: Phone, cast: Cast) -> None:
    invites(rosa)
    number, draft = event(cast.talk), cast.talk.rows()["announcements"][-1]["id"]
    gone = [f"sizing.remove:{number}", f"sizing.set_length:{number}:60", f"sizing.let_bring:{number}:0"]
    gone += [f"door.tick:{number}:99:1", f"door.show:{number}:-1"]
    gone += [f"sizing.set_room:{number}:-1", f"listing.put:{number}:99"]
    gone += [f"shifting.move:{number}:20270101T1700Z", f"arranging.set_time:{draft}:20290308T1700Z"]
    with cast.talk.nothing_changes():
        for link in gone:
            rosa.forges(link)
            rosa.sees("That is not here any more. Nothing has changed.")
        cast.talk.clock.at("Sunday 15:00")
        gone = [f"shifting.call_off:{number}", f"listing.put:{number}:{cast.place('Nia')}"]
        for link in [*gone, f"sizing.ask_room:{number}", f"sizing.set_room:{number}:9"]:
            rosa.forges(link)
            rosa.sees("That is not here any more. Nothing has changed.")


def test_there_is_nothing_to_see_before_the_first_one(rosa: Phone) -> None:
    rosa.opens()
    rosa.presses("Open my desk", "Announcements", "Events")
    rosa.sees("No announcement has a date yet.")
    assert PLACE not in rosa.text
