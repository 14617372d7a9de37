"""In which groups an announcement is posted, and whether anybody gets it in private."""

from dataclasses import replace

from db import drafts, groups, recipients
from db.announcements import Announcement
from db.audiences import Audience
from db.groups import Group
from handlers.announcing import describing
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import paragraphs

SHOWN = 20
topic = Topic("in_groups", coordinators=True)


@topic.page
def show(turn: Turn, announcement: Announcement) -> Screen:
    """The programme's groups, with ticks."""
    _ = turn.words._
    if not announcement.is_draft:
        return turn.show(announcement)
    found = groups.of_programme(turn.session, announcement.programme)[:SHOWN]
    if not found:
        return Screen(_("No group gets announcements yet."), up=announcement)
    chosen = recipients.rooms(turn.session, announcement)
    private = Audience.from_row(announcement.audience).private
    alone = in_private.link(announcement, int(not private))
    return Screen(
        paragraphs(_("In which groups?"), describing.whole(turn, announcement)),
        [
            *[
                [Button(ticked(each.title, each in chosen), toggle.link(announcement, each))]
                for each in found
            ],
            [Button(ticked(_("Only in groups"), not private), alone)],
        ],
        up=announcement,
    )


@topic.page
def toggle(turn: Turn, announcement: Announcement, group: Group) -> Screen:
    """Tick a group, or take the tick away. With all of them ticked, those that come later count too."""
    if group.programme_id != announcement.programme_id:
        raise Gone
    every = groups.of_programme(turn.session, announcement.programme)
    chosen = {each.token for each in recipients.rooms(turn.session, announcement)} ^ {group.token}
    tokens = None if chosen >= {each.token for each in every} else tuple(sorted(chosen))
    return _keep(turn, announcement, replace(Audience.from_row(announcement.audience), groups=tokens))


@topic.page
def in_private(turn: Turn, announcement: Announcement, whether: int) -> Screen:
    """Have it go to people in private too (1), or only be posted (0)."""
    if whether not in (0, 1):
        raise Gone
    return _keep(turn, announcement, replace(Audience.from_row(announcement.audience), private=bool(whether)))


def _keep(turn: Turn, announcement: Announcement, audience: Audience) -> Screen:
    drafts.change(turn.session, announcement, turn.person, turn.now, audience=audience.row)
    return show(turn, announcement)
