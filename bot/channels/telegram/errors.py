"""Says what an error of the Bot API means for a message, as one of the few things delivery knows."""

import re
import warnings
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.warnings import PTBDeprecationWarning

from bot.channels.telegram.request import NotSentError
from bot.undeliverable import (
    Bug,
    FileRefused,
    GoneForGood,
    Moved,
    NotAllowed,
    NotEditable,
    SlowDown,
    TopicGone,
    TryAgain,
    Uncertain,
    Undeliverable,
)

# The first row that fits decides: the kind of error, what its text contains, and what that means, `None`
# being that all is well. Texts are those of tdlib/telegram-bot-api and of the servers behind it. The order
# matters: BadRequest and TimedOut are NetworkErrors too.
_MEANINGS: tuple[tuple[type[TelegramError], str, type[Undeliverable] | None], ...] = (
    (NotSentError, "", TryAgain),
    (BadRequest, "message is not modified", None),
    (BadRequest, "query is too old|query_id_invalid", None),
    (BadRequest, "message to delete not found", None),
    (BadRequest, "message can't be (edited|deleted)", NotEditable),
    (BadRequest, "message to (be )?edit(ed)? not found", NotEditable),
    (BadRequest, "there is no (text|caption|media) in the message to edit", NotEditable),
    (BadRequest, "wrong (remote )?file identifier|wrong file_id|can't use file of type", FileRefused),
    (BadRequest, "file_reference_expired|file_id_invalid|voice_messages_forbidden", FileRefused),
    (BadRequest, "message_id_invalid|message_edit_time_expired", NotEditable),
    (BadRequest, "(in|of) (an|the) album|media_grouped_invalid", NotEditable),
    (BadRequest, "chat not found|peer_id_invalid", GoneForGood),
    (BadRequest, "user is deactivated|user_deactivated|user_is_blocked", GoneForGood),
    (BadRequest, "group chat was (upgraded|deleted|deactivated)", GoneForGood),
    (BadRequest, "bot was (kicked|blocked)|bot is not a member", GoneForGood),
    (BadRequest, "(not enough|have no) rights to send|chat_write_forbidden|chat_restricted", GoneForGood),
    (BadRequest, "message thread not found|topic_(closed|deleted|id_invalid)", TopicGone),
    (BadRequest, "not enough rights to (manage pinned messages|pin)|chat_admin_required", NotAllowed),
    (BadRequest, "need administrator rights in the channel chat", GoneForGood),
    (BadRequest, "", Bug),
    (Forbidden, "^forbidden: ", GoneForGood),  # any other 403 was not said by Telegram
    (NetworkError, "request entity too large", Bug),
    (NetworkError, "", Uncertain),
    (TelegramError, "", Bug),
)

# A 429 that names no time.
_SOME_SECONDS = 5.0


def translate(error: TelegramError) -> Undeliverable | None:
    """What became of the message; `None` if nothing is left to do.

    Nothing is left when an edit would change nothing (the screen is as wished) and when a press was answered
    too late (nobody sees that answer any more).
    """
    reason = _reason(error)
    if isinstance(error, ChatMigrated):
        return Moved(reason, chat=error.new_chat_id)
    if isinstance(error, RetryAfter):
        return SlowDown(reason, seconds=seconds(error))
    if reason.lower().startswith("too many requests"):
        return SlowDown(reason, seconds=_SOME_SECONDS)
    meaning = _meaning(error, reason.lower())
    return meaning(reason) if meaning else None


def _meaning(error: TelegramError, text: str) -> type[Undeliverable] | None:
    return next(
        meaning
        for kind, pattern, meaning in _MEANINGS
        if isinstance(error, kind) and re.search(pattern, text)
    )


def _reason(error: TelegramError) -> str:
    """The text of the error without what it quotes, which may be what people wrote or a page of HTML."""
    text = error.message.partition(". Parsing the server response")[0]
    return re.sub(r'"[^"]*"', '"…"', text)


def seconds(error: RetryAfter) -> float:
    """Seconds to wait, whichever type PTB gives them; it deprecates one of them at every reading."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBDeprecationWarning)
        wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
