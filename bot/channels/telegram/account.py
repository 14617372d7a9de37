"""Our account at Telegram: a bot behind a token, on requests of our own."""

from telegram import Bot
from telegram.request import BaseRequest

from bot.channels.telegram.request import AiohttpRequest


def bot_of(api: str, token: str, polls: BaseRequest) -> Bot:
    """The bot behind a token at an API server's origin, not yet in touch with anybody.

    `polls` is for long polls alone, so that none of them holds up an answer.
    """
    return Bot(
        token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=polls,
    )
