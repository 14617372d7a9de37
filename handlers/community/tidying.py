"""Tidying: a coordinator takes an answer out of a group's message that should not stand there."""

from markupsafe import Markup

from db import contributions
from db.contributions import Contribution
from db.groups import Group
from handlers.community import contributing, together, unposting
from handlers.kit import ready
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

SHOWN = 10
topic = Topic("tidying", coordinators=True)


@topic.page
def overview(turn: Turn, group: Group) -> Screen:
    """The newest answers; each can be taken out."""
    _ = turn.words._
    found = contributions.newest(turn.session, group, SHOWN)
    return Screen(
        _("Press an answer to take it out of the group.") if found else _("There is no answer yet."),
        [
            *[[Button(_label(turn, each), ask.link(each))] for each in found],
            [Button(_("Ideas and games"), unposting.overview.link(group))],
        ],
        up=group,
    )


def _label(turn: Turn, each: Contribution) -> Markup:
    return turn.words._("{name}: {words}", name=each.called, words=contributing.kept_words(turn, each))


@topic.page
def ask(turn: Turn, contribution: Contribution) -> Screen:
    """One answer, before it goes."""
    _ = turn.words._
    return Screen(
        paragraphs(
            lines(
                [
                    _label(turn, contribution),
                    ready.written(turn.words, contribution.language, contribution.words),
                ]
            ),
            _("Take it out? Whoever wrote it is not told."),
        ),
        [[Button(_("Take it out"), take_out.link(contribution))]],
        up=contribution.activity.group,
    )


@topic.page
def take_out(turn: Turn, contribution: Contribution) -> Screen:
    """Nothing of it is kept."""
    activity = contribution.activity
    turn.session.delete(contribution)
    turn.session.flush()
    together.withdrawn(turn, activity)
    return overview(turn, activity.group)
