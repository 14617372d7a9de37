"""What a phone is shown: chats, bubbles and menus as the page draws them."""

from typing import Any

from bot.playground.about import Scope
from bot.playground.bubbles import bubble_html
from bot.playground.files import StoredFile
from bot.playground.messages import Chat, Message, Person
from bot.playground.pocket import Pocket


def person(pocket: Pocket, it: Person) -> dict[str, Any]:
    blocked = pocket.chats[it.id].bot == "kicked"
    return {"id": it.id, "name": it.name, "language": it.language, "blocked": blocked}


def chat(it: Chat) -> dict[str, Any]:
    return {
        "id": it.id,
        "type": it.kind,
        "title": it.title,
        "members": list(it.members),
        "bot_member": it.bot_member,
        "bot": it.bot,
        "forum": it.forum,
        "topics": [
            {"id": number, "name": topic.name, "closed": topic.closed} for number, topic in it.topics.items()
        ],
    }


def phones(pocket: Pocket) -> dict[str, Any]:
    """Everything a page needs to lay out its phones; a group that became a supergroup is gone."""
    bot = pocket.bot
    return {
        "bot": {"id": bot.id, "username": bot.username, "name": pocket.about.text("name", "") or bot.name},
        "now": pocket.now().isoformat(),
        "zone": pocket.zone,
        "people": [person(pocket, one) for one in pocket.people.values()],
        "chats": [chat(one) for one in pocket.chats.values() if one.migrated_to is None],
        "links": [{"label": link.label, "url": link.url} for link in pocket.links],
    }


def screen(pocket: Pocket, it: Person, where: Chat) -> dict[str, Any]:
    """A chat as this person has it open."""
    name, about = pocket.about.text("description", it.language[:2]), pocket.about
    commands = about.commands_for(_scopes(it, where), it.language)
    return {
        "messages": [message(pocket, one) for one in where.log.values()],
        "commands": [command.api() for command in commands],
        "menu": where.menu or about.menu,
        "description": name,
        "started": where.bot != "never",
    }


def _scopes(it: Person, where: Chat) -> list[Scope]:
    """The scopes of commands that hold here, narrowest first (Bot API, "Determining list of commands")."""
    if where.private:
        return [("chat", where.id), ("all_private_chats",), ("default",)]
    administrator = where.members.get(it.id) in ("creator", "administrator")
    everybody: list[Scope] = [("chat", where.id)]
    groups: list[Scope] = [("all_group_chats",), ("default",)]
    if administrator:
        everybody.insert(0, ("chat_administrators", where.id))
        groups.insert(0, ("all_chat_administrators",))
    return [("chat_member", where.id, it.id), *everybody, *groups]


def message(pocket: Pocket, it: Message) -> dict[str, Any]:
    content = it.content
    text = content.service.text if content.service else content.words.text or content.emoji or _place(it)
    shown: dict[str, Any] = {
        "id": it.id,
        "chat": it.chat,
        "from": _sender(pocket, it.sender),
        "date": it.date.isoformat(),
        "edited": it.edited is not None,
        "html": bubble_html(content.words) if content.words.text else _escaped(text),
        "text": text,
        "buttons": [[button.phone() for button in row] for row in it.keyboard],
        "pinned": it.id in pocket.chats[it.chat].pinned,
    }
    extra = {
        "reply_to": it.reply_to,
        "album": it.album,
        "topic": it.topic,
        "service": content.service is not None or None,
        "sticker": content.emoji or None,
        "forwarded_from": None if it.forwarded_from is None else pocket.name_of(it.forwarded_from),
    }
    shown |= {name: value for name, value in extra.items() if value is not None}
    return shown | (_file(content.file) if content.file and not content.emoji else {})


def _place(it: Message) -> str:
    point = it.content.point
    if point and point.title:
        return f"📍 {point.title}\n{point.address}"
    return f"📍 {point.latitude:.4f}, {point.longitude:.4f}" if point else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _sender(pocket: Pocket, number: int) -> dict[str, Any]:
    return {"id": number, "name": pocket.name_of(number), "bot": number == pocket.bot.id}


def _file(it: StoredFile) -> dict[str, Any]:
    match it.kind:
        case "photo":
            return {"photo": it.url}
        case "video":
            return {"video": {"url": it.url, "name": it.upload.name}}
        case "voice":
            return {"voice": {"url": it.url, "duration": it.upload.duration}}
        case _:
            return {"document": {"name": it.upload.name, "url": it.url, "size": it.size}}
