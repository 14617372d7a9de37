"""Ways: how we write in a group. In which languages, in which topic, and whether what we post is pinned."""

from markupsafe import Markup

from db import group_topics, groups
from db.group_topics import GroupTopic
from db.groups import Group
from handlers.community import posting
from handlers.coordinator import relaying
from handlers.kit import languages
from handlers.kit.links import Gone
from handlers.kit.pages import Topic
from handlers.kit.screen import Button, Screen, in_rows, ticked
from handlers.kit.turn import Turn
from handlers.kit.words import lines, paragraphs

topic = Topic("ways", coordinators=True)


@topic.page
def open(turn: Turn, group: Group) -> Screen:
    """Everything as it is, and the way to change each."""
    _ = turn.words._
    second = languages.name(group.beside) if group.beside else None
    first = languages.name(groups.language(turn.session, group))
    pins = Button(ticked(_("Pin our messages"), group.pins), set_pins.link(group, int(not group.pins)))
    several = group.topic or group_topics.offered(turn.session, group)
    return Screen(
        paragraphs(
            turn.words.bold(group.title),
            lines(
                [
                    _("First language: {language}", language=first),
                    _("Second language: {language}", language=second) if second else None,
                    _where(turn, group) if several else None,
                ]
            ),
            _("I may not pin there. Please make me an administrator who may pin.")
            if group.pins and group.may_pin is False
            else None,
        ),
        [
            [Button(_("First language"), first_language.link(group))],
            [Button(_("Second language"), posting.tongues.link(group))],
            *([[Button(_("Topic"), topics.link(group))]] if several else []),
            [pins],
            [Button(_("Who may pass on"), relaying.overview.link(group))],
        ],
        up=group,
    )


def _where(turn: Turn, group: Group) -> Markup:
    """The topic in which we write, by its name if we came across it."""
    _ = turn.words._
    if group.topic is None:
        return _("Topic: {topic}", topic=_("General"))
    known = group_topics.at(turn.session, group, group.topic)
    return _("Topic: {topic}", topic=known.title) if known else _("I write in the topic with the button.")


@topic.page
def first_language(turn: Turn, group: Group) -> Screen:
    """The language in which we write first."""
    _ = turn.words._
    own = groups.language(turn.session, group)
    buttons = [
        Button(ticked(languages.name(code), code == own), write_in.link(group, code))
        for code in turn.catalogues.languages
    ]
    return Screen(_("In which language do we write there first?"), in_rows(buttons, 2), up=group)


@topic.page
def write_in(turn: Turn, group: Group, language: str) -> Screen:
    """Write in it first; what was second and is first now is not said twice."""
    if language not in turn.catalogues.languages:
        raise Gone
    group.language = language
    group.beside = None if group.beside == language else group.beside
    return open(turn, group)


@topic.page
def topics(turn: Turn, group: Group) -> Screen:
    """In which topic we write: one of those we came across, or the general one."""
    _ = turn.words._
    found = group_topics.offered(turn.session, group)
    return Screen(
        lines(
            [
                _("In which topic do we write?"),
                _("To see a topic here, write {command} in it.", command=turn.words.code("/help")),
            ]
        ),
        [
            [Button(ticked(_("General"), group.topic is None), take_general.link(group))],
            *[[Button(ticked(each.title, each.ref == group.topic), take.link(each))] for each in found],
        ],
        up=group,
    )


@topic.page
def take(turn: Turn, chosen: GroupTopic) -> Screen:
    """Write there from now on."""
    group = turn.session.get_one(Group, chosen.group_id)
    group.topic = chosen.ref
    return open(turn, group)


@topic.page
def take_general(turn: Turn, group: Group) -> Screen:
    """Write in the general topic from now on."""
    group.topic = None
    return open(turn, group)


@topic.page
def set_pins(turn: Turn, group: Group, on: int) -> Screen:
    """Pin what is posted from now on, or not any more."""
    if on not in (0, 1):
        raise Gone
    group.pins = bool(on)
    return open(turn, group)
