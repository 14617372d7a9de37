"""Weekly: which idea a group gets next, and when one comes by itself."""

from db import activities, deliveries, groups, postings
from db.activities import Activity, Play
from db.groups import Group
from db.kinds import Kind
from db.programmes import Programme
from db.rhythm import local_date, next_weekly
from handlers.kit.choosing import Fitting, choose
from handlers.kit.pages import Page
from handlers.kit.prompts import Company, Phase, Prompt, library
from handlers.kit.turn import Turn

Reading = Page[[Activity]]
"""The page on which an activity is read in its group."""


def zone(turn: Turn, group: Group) -> str:
    """The zone of the group's programme."""
    return turn.session.get_one(Programme, group.programme_id).zone


def ideas(turn: Turn, group: Group, count: int) -> list[Prompt]:
    """The next so many ideas for a group; none comes twice until all that fit have been there."""
    rows = activities.of_group(turn.session, group)
    had = [key for each in rows if each.play is Play.IDEA for key in each.keys]
    found: list[Prompt] = []
    month = local_date(turn.now, zone(turn, group)).month
    for _ in range(count):
        fitting = Fitting(Phase.DOING, month, Company.GROUP, had=[*had, *(each.key for each in found)])
        prompt = choose(library().values(), fitting)
        found += [prompt] if prompt and prompt not in found else []
    return found


def waiting(turn: Turn, group: Group) -> Activity | None:
    """The idea that waits for its hour."""
    rows = activities.of_group(turn.session, group)
    return next((each for each in rows if each.begun_at is None), None)


def follow(turn: Turn, group: Group, reading: Reading) -> None:
    """Have the next idea come at the group's day and hour, in the transaction that decided this one."""
    weekly = groups.weekly(turn.session, group)
    fresh = ideas(turn, group, 1)
    if not weekly or not fresh:
        return
    activity = waiting(turn, group) or activities.begin(turn.session, group, Play.IDEA, [fresh[0].key], None)
    link, due = reading.link(activity), next_weekly(turn.now, weekly)
    postings.take_back(turn.session, group.id, link)
    deliveries.plan(turn.session, Kind.WEEKLY_POSTING, link, due, group_id=group.id)


def stop(turn: Turn, group: Group, reading: Reading) -> None:
    """No idea comes by itself any more."""
    group.weekday = group.hour = None
    if activity := waiting(turn, group):
        postings.take_back(turn.session, group.id, reading.link(activity))
        turn.session.delete(activity)
        turn.session.flush()
