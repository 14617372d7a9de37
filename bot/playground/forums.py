"""Forums: groups with topics. A topic is made, named, closed, opened again and deleted by people."""

from dataclasses import replace

from bot.playground import groups
from bot.playground.happenings import delete, post
from bot.playground.messages import Chat, Content, ForumTopic, Message, Service
from bot.playground.phone import CannotDo
from bot.playground.pocket import Pocket

BLUE = 7_322_096
LONGEST_NAME = 128


def make_forum(pocket: Pocket, chat: Chat) -> Chat:
    """From now on the group has topics; a basic group becomes a supergroup. The bot is told nothing of it."""
    grown = groups.migrate(pocket, chat) if chat.kind == "group" else chat
    grown.forum = True
    pocket.live.tell({"type": "chats"})
    return grown


def create_topic(pocket: Pocket, chat: Chat, by: int, name: str) -> Message:
    """A new topic, numbered by the note that makes it."""
    if not chat.forum:
        raise CannotDo("only a forum has topics")
    made = Service("forum_topic_created", {"name": _proper(name), "icon_color": BLUE}, f"Topic: {name}")
    message = pocket.compose(chat, by, Content(service=made))
    chat.topics[message.id] = ForumTopic(name)
    posted = post(pocket, replace(message, topic=message.id))
    pocket.live.tell({"type": "chats"})
    return posted


def name_topic(pocket: Pocket, chat: Chat, by: int, topic: tuple[int, str]) -> None:
    """Another name for a topic."""
    number, name = topic
    found = find_topic(chat, number)
    chat.topics[number] = replace(found, name=_proper(name))
    _note(pocket, chat, (by, number), Service("forum_topic_edited", {"name": name}, f"Topic: {name}"))


def shut_topic(pocket: Pocket, chat: Chat, by: int, topic: tuple[int, bool]) -> None:
    """Close a topic, or open it again."""
    number, closed = topic
    found = find_topic(chat, number)
    if found.closed == closed:
        return
    chat.topics[number] = replace(found, closed=closed)
    field, said = ("forum_topic_closed", "closed") if closed else ("forum_topic_reopened", "opened again")
    _note(pocket, chat, (by, number), Service(field, {}, f"{found.name} was {said}"))


def delete_topic(pocket: Pocket, chat: Chat, number: int) -> None:
    """A topic goes with all that stands in it; nobody notes it."""
    find_topic(chat, number)
    for message in [each for each in chat.log.values() if each.topic == number]:
        delete(pocket, message)
    del chat.topics[number]
    pocket.live.tell({"type": "chats"})


def find_topic(chat: Chat, number: int) -> ForumTopic:
    if number not in chat.topics:
        raise CannotDo("there is no such topic")
    return chat.topics[number]


def _proper(name: str) -> str:
    if not 0 < len(name) <= LONGEST_NAME:
        raise CannotDo(f"a topic has a name of at most {LONGEST_NAME} letters")
    return name


def _note(pocket: Pocket, chat: Chat, where: tuple[int, int], service: Service) -> None:
    by, number = where
    post(pocket, replace(pocket.compose(chat, by, Content(service=service)), topic=number))
    pocket.live.tell({"type": "chats"})
