"""Posting: a coordinator gives a group an idea now, or has one come every week."""

from datetime import time

from markupsafe import Markup

from db import activities, deliveries, groups
from db.activities import Play
from db.groups import Group
from db.kinds import Kind
from db.rhythm import QUIET, quiet_until
from handlers.community import faces, together, unposting, weekly
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.prompts import library
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

HOURS = range(9, 21)
OFFERED = 12
"""How many ideas one can leaf through."""

topic = Topic("posting", coordinators=True)


@topic.page
def offer(turn: Turn, group: Group, number: int) -> Screen:
    """An idea as it will look in the group, with the way to the next."""
    _ = turn.words._
    found = weekly.ideas(turn, group, min(max(number, 0), OFFERED) + 1)
    if not found:
        raise Gone
    prompt = found[-1]
    following = len(found) if len(found) == number + 1 < OFFERED else 0
    return Screen(
        paragraphs(
            _seen(turn, group, prompt.key),
            _("This is how it will look in {group}.", group=group.title),
        ),
        [
            [Button(_("Post it"), post.link(group, prompt.key))],
            [Button(_("Another idea"), offer.link(group, following))],
        ],
        up=group,
    )


def _seen(turn: Turn, group: Group, key: str) -> Markup:
    """The idea in the languages of the group."""
    words = turn.catalogues.words(groups.language(turn.session, group))
    beside = turn.catalogues.words(group.beside) if group.beside else None
    return paragraphs(faces.prompt(words, key), faces.prompt(beside, key) if beside else None)


@topic.page
def post(turn: Turn, group: Group, key: str) -> Screen:
    """Have it stand in the group, once however often this is pressed."""
    _ = turn.words._
    if key not in library():
        raise Gone
    ideas = [
        each for each in activities.of_group(turn.session, group) if each.play is Play.IDEA and each.begun_at
    ]
    activity = ideas[-1] if ideas and ideas[-1].keys == [key] else None
    if activity is None:
        activity = activities.begin(turn.session, group, Play.IDEA, [key], turn.now)
        link = together.read.link(activity)
        deliveries.plan(turn.session, Kind.POSTING, link, turn.now, group_id=group.id)
    return Screen(
        lines([_("It goes to {group}.", group=group.title), at_rest(turn, group)]),
        [[Button(_("Take it out"), unposting.ask.link(activity))]],
        up=group,
    )


def at_rest(turn: Turn, group: Group) -> Markup | None:
    """When what is posted now will be there, if it is late in the day."""
    if not quiet_until(turn.now, weekly.zone(turn, group)):
        return None
    return turn.words._("It waits until {clock}.", clock=turn.words.clock(time(QUIET.last)))


@topic.page
def clock(turn: Turn, group: Group) -> Screen:
    """On which day an idea comes by itself."""
    _ = turn.words._
    days = [(turn.words.locale.first_week_day + n) % 7 for n in range(7)]
    buttons = [
        Button(ticked(turn.words.weekday(day), day == group.weekday), hours.link(group, day)) for day in days
    ]
    off = [[Button(_("Turn it off"), turn_off.link(group))]] if group.weekday is not None else []
    return Screen(
        paragraphs(_("An idea can come every week by itself."), state(turn, group), _("Which day?")),
        [*in_rows(buttons, 2), *off],
        up=group,
    )


def state(turn: Turn, group: Group) -> Markup:
    """When ideas come by themselves, if they do."""
    _ = turn.words._
    if group.weekday is None or group.hour is None:
        return _("Now: no idea comes by itself.")
    day, hour = turn.words.weekday(group.weekday), turn.words.clock(time(group.hour))
    return _("Now: every week, {weekday}, {clock}.", weekday=day, clock=hour)


@topic.page
def hours(turn: Turn, group: Group, weekday: int) -> Screen:
    """At which hour; none in the quiet hours."""
    if weekday not in range(7):
        raise Gone
    buttons = [Button(f"{hour:02}:00", set_clock.link(group, weekday, hour)) for hour in HOURS]
    return Screen(turn.words._("At which hour?"), in_rows(buttons, 4), up=group)


@topic.page
def set_clock(turn: Turn, group: Group, weekday: int, hour: int) -> Screen:
    """Keep day and hour, and plan the first."""
    if weekday not in range(7) or hour not in HOURS:
        raise Gone
    group.weekday, group.hour = weekday, hour
    weekly.follow(turn, group, together.read)
    return turn.show(group)


@topic.page
def turn_off(turn: Turn, group: Group) -> Screen:
    """Nothing comes by itself any more."""
    weekly.stop(turn, group, together.read)
    return turn.show(group)


@topic.page
def tongues(turn: Turn, group: Group) -> Screen:
    """A second language for what we write in the group."""
    _ = turn.words._
    own = groups.language(turn.session, group)
    codes = [code for code in turn.catalogues.languages if code != own]
    buttons = [
        Button(ticked(languages.name(code), code == group.beside), beside.link(group, code)) for code in codes
    ]
    return Screen(
        lines(
            [
                _("In the group we write {language}.", language=languages.name(own)),
                _("A second language can stand below it."),
            ]
        ),
        in_rows(buttons, 2),
        up=group,
    )


@topic.page
def beside(turn: Turn, group: Group, language: str) -> Screen:
    """Tick it, or take the tick away."""
    if language not in turn.catalogues.languages or language == groups.language(turn.session, group):
        raise Gone
    group.beside = None if group.beside == language else language
    return tongues(turn, group)
