"""The Bot API's methods, by the names they are called by."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.playground.methods import (
    account,
    callbacks,
    chats,
    commands,
    editing,
    fetching,
    relaying,
    sending,
)
from bot.playground.params import Params
from bot.playground.pocket import Pocket

Method = Callable[[Pocket, Params], Any | Awaitable[Any]]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "getMe": account.get_me,
        "setMyName": account.set_my_name,
        "getMyName": account.get_my_name,
        "setMyDescription": account.set_my_description,
        "getMyDescription": account.get_my_description,
        "setMyShortDescription": account.set_my_short_description,
        "getMyShortDescription": account.get_my_short_description,
        "setMyCommands": commands.set_my_commands,
        "getMyCommands": commands.get_my_commands,
        "deleteMyCommands": commands.delete_my_commands,
        "setChatMenuButton": commands.set_chat_menu_button,
        "getChatMenuButton": commands.get_chat_menu_button,
        "getUpdates": fetching.get_updates,
        "setWebhook": fetching.set_webhook,
        "deleteWebhook": fetching.delete_webhook,
        "getWebhookInfo": fetching.get_webhook_info,
        "getFile": fetching.get_file,
        "sendMessage": sending.send_message,
        "sendPhoto": sending.send_photo,
        "sendDocument": sending.send_document,
        "sendVideo": sending.send_video,
        "sendVoice": sending.send_voice,
        "sendLocation": sending.send_location,
        "sendVenue": sending.send_venue,
        "sendMediaGroup": sending.send_media_group,
        "sendChatAction": sending.send_chat_action,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageMedia": editing.edit_message_media,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "copyMessage": relaying.copy_message,
        "copyMessages": relaying.copy_messages,
        "forwardMessage": relaying.forward_message,
        "answerCallbackQuery": callbacks.answer_callback_query,
        "getChat": chats.get_chat,
        "getChatMember": chats.get_chat_member,
        "getChatMemberCount": chats.get_chat_member_count,
        "getChatAdministrators": chats.get_chat_administrators,
        "pinChatMessage": chats.pin_chat_message,
        "unpinChatMessage": chats.unpin_chat_message,
        "leaveChat": chats.leave_chat,
    }
)

CANONICAL: Mapping[str, str] = MappingProxyType({name.lower(): name for name in METHODS})
"""Telegram takes method names in any case."""
