"""A message of a group comes to a coordinator in private, as a draft to look at."""

from db.announcements import TEXT_LENGTH
from handlers.kit.turn import Said, Sort
from tests.albums import photo, sends_album
from tests.handlers.test_announcements import sends
from tests.phones import Phone
from tests.rooms import Room
from tests.talk import Talk

GONE = "That is not here any more. Nothing has changed."
POOL = "The pool opens at nine & it is free."
HOW = "Reply to a message with {command}. A coordinator gets it in private."


def drafts(talk: Talk) -> list[tuple[str, bool]]:
    rows = talk.rows()
    sent = {row["id"]: row["sent_at"] is not None for row in rows["announcements"]}
    return [(row["words"], sent[row["announcement_id"]]) for row in rows["announcement_versions"]]


def test_rosa_passes_a_message_on(rosa: Phone, ada: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(rosa, POOL)
    chez_rosa.sees("{name} gets it in private.", name="Rosa")
    assert chez_rosa.labels == []
    assert talk.delivers() == 1
    rosa.sees("Marseille 2027", POOL, "This is how it will look.", "From {name}", name="Rosa")
    sends(rosa, 6)
    talk.delivers()
    ada.sees(POOL)
    chez_rosa.sees(POOL)


def test_it_comes_at_once_also_in_the_evening(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    talk.clock.at("Monday 23:30")
    chez_rosa.relays(rosa, POOL)
    assert talk.delivers() == 1
    rosa.sees(POOL)


def test_the_button_below_a_message_does_the_same(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.calls_bot(about=12)
    assert chez_rosa.screen.answers == 12
    assert chez_rosa.labels == [chez_rosa.say("Pass this on"), chez_rosa.say("Open Passerelle")]
    told = chez_rosa.is_tapped(rosa, chez_rosa.say("Pass this on"), below=POOL)
    assert told == rosa.say("{name} gets it in private.", name="Rosa")
    talk.delivers()
    rosa.sees(POOL)


def test_a_button_whose_message_is_gone_does_nothing(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    with talk.nothing_changes():
        told = chez_rosa.is_forged(rosa, "relaying.this")
    assert told == rosa.say("I find no words in it to pass on.")


def test_the_same_words_are_one_draft(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(rosa, POOL)
    chez_rosa.relays(rosa, POOL)
    assert drafts(talk) == [(POOL, False)]
    talk.delivers()
    sends(rosa, 6)
    chez_rosa.relays(rosa, POOL)
    assert drafts(talk) == [(POOL, True), (POOL, False)]


def test_what_has_no_words_or_too_many_is_not_passed_on(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    with talk.nothing_changes():
        chez_rosa.relays(rosa, None)
        chez_rosa.sees(HOW, command="/relay")
        chez_rosa.relays(rosa, Said(Sort.OTHER))
        chez_rosa.sees("I find no words in it to pass on.")
        chez_rosa.relays(rosa, "x" * (TEXT_LENGTH + 1))
        chez_rosa.sees("This is too long to pass on.")


def test_a_picture_is_passed_on_with_words(rosa: Phone, ada: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(rosa, Said(Sort.PHOTO, POOL, (photo("pool"),)))
    assert drafts(talk) == [(POOL, False)]
    talk.delivers()
    sends(rosa, 6)
    talk.delivers()
    ada.sees(POOL)
    assert [each.file for each in ada.screen.items] == ["pool"]


def test_of_an_album_it_is_told_how_all_of_it_comes(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    chez_rosa.relays(rosa, Said(Sort.PHOTO, POOL, (photo("pool"),), album="9"))
    chez_rosa.sees("That is one picture of the album. To bring all, forward it to me there.")
    sends_album(rosa, ["pool", "slide"], POOL)
    rosa.presses("Announce this")
    rosa.sees(POOL)
    assert [each.file for each in talk.rows()["announcement_versions"][-1]["items"]] == ["pool", "slide"]


def test_in_a_topic_the_line_stands_there(rosa: Phone, chez_rosa: Room) -> None:
    chez_rosa.opens_topic(77, "Plaza")
    chez_rosa.relays(rosa, POOL)
    assert chez_rosa.screen.topic == 77


def test_who_blocked_us_must_open_us_first(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    rosa.blocks()
    with talk.nothing_changes():
        chez_rosa.relays(rosa, POOL)
    chez_rosa.sees("{name} must open me in private first.", name="Rosa")


def test_what_a_press_elsewhere_carries_is_nothing(rosa: Phone, chez_rosa: Room, talk: Talk) -> None:
    elsewhere = Room(talk, -900)
    with talk.nothing_changes():
        elsewhere.is_forged(rosa, "relaying.this", below=POOL)
        rosa.forges("relaying.this")
        rosa.sees(GONE)
