"""The list of topics: the one place of the conversation that knows all of it."""

from handlers import (
    afterwards,
    agreeing,
    bulletin,
    careful,
    closing,
    coming,
    dates,
    ending,
    entrance,
    following,
    goals,
    going_on,
    help,
    home,
    how_we_are,
    joining,
    later,
    matters,
    meeting,
    meetings,
    moving,
    news,
    noting,
    nudges,
    occasions,
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
    silence,
    smaller,
    staying,
    steps,
    survey,
    thanking,
    timing,
    unheard,
    waking,
)
from handlers.announcing import (
    asking,
    audience,
    correcting,
    drafting,
    drafts,
    dropping,
    helping,
    in_groups,
    looking,
    machine,
    people,
    removing,
    report,
    retracting,
    sending,
    translating,
    versions,
    when,
    writing,
)
from handlers.community import contributing, playing, posting, tidying, together, tongues, unposting
from handlers.coordinator import (
    answers,
    desk,
    extending,
    gathering,
    group_news,
    groups,
    invitations,
    inviting,
    library,
    matching,
    relaying,
    ways,
    wording,
)
from handlers.culture import choosing, days
from handlers.events import (
    arranging,
    attending,
    bringing,
    door,
    hosting,
    listing,
    recalling,
    shifting,
    sizing,
    telling,
    turnout,
)
from handlers.ice import answering, opened, outing, sharing, taking_back, waiting
from handlers.kit.book import Book, Command, Front
from handlers.rounds import asking as questions
from handlers.rounds import opening, outcome, reading, sorting, tables, themes
from handlers.shelf import SHELF
from handlers.threads import answering_back, incoming, office, replying, seeing_to

HOUSE = (careful, entrance, help, home, joining, privacy)
PERSON = (later, pausing, profile, settings, timing, waking)
PAIR = (
    agreeing,
    goals,
    matters,
    news,
    noting,
    pairing,
    path,
    planning,
    remarks,
    room,
    smaller,
    steps,
    thanking,
)
MEETINGS = (afterwards, coming, dates, meeting, meetings, moving, proposing, reminding)
UNASKED = (how_we_are, nudges, occasions, pulse, review, silence, unheard)
ENDING = (closing, ending, going_on, parting, staying, survey)
ICE = (answering, opened, outing, sharing, taking_back, waiting)
CULTURE = (choosing, days)
COMMUNITY = (bulletin, contributing, playing, posting, tidying, together, tongues, unposting)
WRITING = (audience, drafting, drafts, dropping, in_groups, looking, people, when, writing)
ANNOUNCING = (*WRITING, correcting, report, retracting, sending)
TRANSLATING = (asking, helping, machine, removing, translating, versions)
THREADS = (answering_back, incoming, office, replying, seeing_to)
DESK = (answers, desk, extending, following, gathering, invitations, library, matching, received, wording)
EVENTS = (
    arranging,
    attending,
    bringing,
    door,
    hosting,
    listing,
    recalling,
    shifting,
    sizing,
    telling,
    turnout,
)
ROUNDS = (opening, outcome, questions, reading, sorting, tables, themes)
GROUPS = (group_news, groups, inviting, relaying, ways)
MODULES = (
    *HOUSE,
    *PERSON,
    *PAIR,
    *MEETINGS,
    *UNASKED,
    *ENDING,
    *ICE,
    *CULTURE,
    *COMMUNITY,
    *ANNOUNCING,
    *TRANSLATING,
    *EVENTS,
    *THREADS,
    *DESK,
    *ROUNDS,
    *GROUPS,
)


def book() -> Book:
    """Every page there is, and the ones the engine itself leads to."""
    front = Front(
        home=home.open,
        quiet=timing.fewer,
        later=later.ask,
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
