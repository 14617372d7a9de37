"""The list of topics: the one place of the conversation that knows all of it."""

from db.announcements import Announcement
from db.base import Numbered
from db.editions import Edition
from db.goals import Goal
from db.invitations import Invitation
from db.meetings import Meeting
from db.pairs import Pair
from db.programmes import Member, Programme
from db.steps import Step
from handlers import (
    afterwards,
    agreeing,
    bulletin,
    careful,
    closing,
    dates,
    ending,
    entrance,
    following,
    goals,
    going_on,
    help,
    home,
    how_we_are,
    icebreakers,
    joining,
    matters,
    meeting,
    meetings,
    moving,
    news,
    noting,
    nudges,
    pairing,
    parting,
    path,
    pausing,
    planning,
    privacy,
    profile,
    proposing,
    pulse,
    received,
    remarks,
    reminding,
    review,
    room,
    settings,
    smaller,
    staying,
    steps,
    survey,
    thanking,
    timing,
)
from handlers.coordinator import (
    announcements,
    answers,
    desk,
    extending,
    gathering,
    groups,
    invitations,
    library,
    matching,
    wording,
)
from handlers.culture import choosing, days
from handlers.kit.book import Book, Command, Front
from handlers.kit.turn import Showing

MODULES = (
    afterwards,
    agreeing,
    announcements,
    answers,
    bulletin,
    careful,
    choosing,
    closing,
    dates,
    days,
    desk,
    ending,
    entrance,
    extending,
    following,
    gathering,
    goals,
    going_on,
    groups,
    help,
    home,
    how_we_are,
    icebreakers,
    invitations,
    joining,
    library,
    matching,
    meeting,
    meetings,
    moving,
    matters,
    news,
    noting,
    nudges,
    pairing,
    parting,
    pausing,
    path,
    planning,
    privacy,
    profile,
    proposing,
    pulse,
    received,
    remarks,
    reminding,
    review,
    room,
    settings,
    smaller,
    staying,
    steps,
    survey,
    thanking,
    timing,
    wording,
)

SHELF: dict[type[Numbered], Showing] = {
    Announcement: announcements.show,
    Edition: library.show,
    Goal: goals.show,
    Invitation: invitations.show,
    Meeting: meeting.show,
    Member: matching.choose,
    Pair: goals.overview,
    Programme: desk.open,
    Step: steps.show,
}


def book() -> Book:
    """Every page there is, and the ones the engine itself leads to."""
    front = Front(
        home=home.open,
        quiet=timing.quiet,
        join=joining.resume,
        lost=home.lost,
        puzzled=home.puzzled,
        wordless=home.wordless,
        lengthy=home.lengthy,
        careful=careful.ask,
        broken=home.broken,
        start=entrance.start,
    )
    commands = [
        Command("start", home.open, lambda words: words._("Home")),
        Command("goals", goals.mine, lambda words: words._("Goals")),
        Command("help", help.overview, lambda words: words._("Help")),
        Command("language", settings.ask_language, lambda words: words._("Language")),
        Command("desk", desk.mine, lambda words: words._("Desk"), coordinators=True),
    ]
    return Book([module.topic for module in MODULES], front, commands, SHELF)
