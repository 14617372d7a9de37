"""Help: what one can do here, and whom to ask."""

from markupsafe import Markup

from db import programmes
from db.people import Role
from handlers.kit.pages import Topic
from handlers.kit.screen import Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("help")


@topic.page
def overview(turn: Turn) -> Screen:
    """A few sentences, and the people behind the programme."""
    _ = turn.words._
    command = turn.words.code("/start")
    return Screen(
        paragraphs(
            lines(
                [
                    _("Here two people keep goals and small steps together."),
                    _("Tap a button. You cannot break anything."),
                    _("Write {command} to see the first screen again.", command=command),
                ]
            ),
            lines(_whom_to_ask(turn)),
        )
    )


def _whom_to_ask(turn: Turn) -> list[Markup | None]:
    _ = turn.words._
    places = programmes.places(turn.session, turn.person)
    return [
        _("A person to ask in {programme}: {names}.", programme=place.programme.name, names=names)
        for place in {place.programme_id: place for place in places}.values()
        if (names := _coordinators(turn, place))
    ]


def _coordinators(turn: Turn, place: programmes.Member) -> str:
    people = programmes.members(turn.session, place.programme, Role.COORDINATOR)
    return turn.called(each.person for each in people)
