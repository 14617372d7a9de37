"""What people do with a group: open it, let people and the bot in and out, rename it, let it grow."""

from bot.playground import bot_view
from bot.playground.happenings import change_standing, note, tell_member_change
from bot.playground.messages import Chat, ChatKind, Service, Standing
from bot.playground.phone import CannotDo
from bot.playground.pocket import Pocket


def find_group(pocket: Pocket, number: int) -> Chat:
    chat = pocket.chats.get(number)
    if chat is None or chat.private:
        raise CannotDo("there is no such group")
    return chat


def open_group(pocket: Pocket, title: str, members: list[int], kind: ChatKind = "group") -> Chat:
    """A new group without the bot; the first member is its creator."""
    if not members or any(member not in pocket.people for member in members):
        raise CannotDo("a group needs people with phones")
    statuses = dict.fromkeys(members, "member") | {members[0]: "creator"}
    chat = pocket.add_chat(kind, title, statuses)
    pocket.live.tell({"type": "chats"})
    return chat


def seat_bot(pocket: Pocket, chat: Chat, by: int, standing: Standing) -> None:
    """Somebody adds, promotes, demotes or removes the bot."""
    if by not in chat.members:
        raise CannotDo("only a member can do that")
    was_in = chat.bot_member
    change_standing(pocket, chat, by, standing)
    if chat.bot_member and not was_in:
        came = [bot_view.user(pocket, pocket.bot.id)]
        note(pocket, chat, by, Service("new_chat_members", came, f"{pocket.bot.name} joined"))
    elif was_in and not chat.bot_member:
        gone = bot_view.user(pocket, pocket.bot.id)
        note(pocket, chat, by, Service("left_chat_member", gone, f"{pocket.bot.name} left"))


def change_members(pocket: Pocket, chat: Chat, add: list[int], remove: list[int]) -> None:
    if any(member not in pocket.people for member in add):
        raise CannotDo("there is no such phone")
    for member in [one for one in add if one not in chat.members]:
        chat.members[member] = "member"
        came = [bot_view.user(pocket, member)]
        note(pocket, chat, member, Service("new_chat_members", came, f"{pocket.name_of(member)} joined"))
        tell_member_change(pocket, chat, member, ("left", "member"))
    for member in [one for one in remove if one in chat.members]:
        status = chat.members.pop(member)
        gone = bot_view.user(pocket, member)
        note(pocket, chat, member, Service("left_chat_member", gone, f"{pocket.name_of(member)} left"))
        tell_member_change(pocket, chat, member, (status, "left"))
    pocket.live.tell({"type": "chats"})


def rename(pocket: Pocket, chat: Chat, title: str, by: int) -> None:
    chat.title = title
    note(pocket, chat, by, Service("new_chat_title", title, f"The group is now called {title}"))
    pocket.live.tell({"type": "chats"})


def migrate(pocket: Pocket, chat: Chat) -> Chat:
    """The group becomes a supergroup with a new id; both chats say so."""
    if chat.kind != "group" or chat.migrated_to is not None:
        raise CannotDo("only a group that is one can become a supergroup")
    grown = pocket.add_chat("supergroup", chat.title, dict(chat.members))
    grown.bot = chat.bot
    by = next(iter(chat.members))
    note(pocket, chat, by, Service("migrate_to_chat_id", grown.id, "The group became a supergroup"))
    chat.migrated_to = grown.id
    note(pocket, grown, by, Service("migrate_from_chat_id", chat.id, "The group became a supergroup"))
    pocket.live.tell({"type": "chats"})
    return grown


def leave(pocket: Pocket, chat: Chat) -> None:
    """The bot goes by itself."""
    gone = bot_view.user(pocket, pocket.bot.id)
    note(pocket, chat, pocket.bot.id, Service("left_chat_member", gone, f"{pocket.bot.name} left"))
    change_standing(pocket, chat, pocket.bot.id, "left")
