"""Delivers updates to the bot's webhook, in order, each again and again until it is taken."""

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.playground.pocket import Pocket, Webhook
from bot.playground.updates import Update

PAUSE_AFTER_FAILURE_SECONDS = 0.2
"""Short, unlike Telegram's: nobody waits long for a playground."""
_LONGEST_ANSWER = ClientTimeout(total=60)


async def deliver_for_ever(pocket: Pocket) -> None:
    """Runs until cancelled; sleeps while there is no webhook or nothing to deliver."""
    async with ClientSession(timeout=_LONGEST_ANSWER) as session:
        while True:
            hook, waiting = pocket.webhook, pocket.updates.peek(1, pocket.now())
            if hook is None or not waiting:
                pocket.updates.arrived.clear()
                await pocket.updates.arrived.wait()
            elif await _delivered(session, pocket, hook, waiting[0]):
                pocket.updates.confirm(waiting[0].id + 1)
            else:
                await asyncio.sleep(PAUSE_AFTER_FAILURE_SECONDS)


async def _delivered(session: ClientSession, pocket: Pocket, hook: Webhook, update: Update) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    try:
        async with session.post(hook.url, json=update.api(), headers=headers) as answer:
            if answer.status == 200:
                return True
            hook.failure = f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except (ClientError, TimeoutError):
        hook.failure = "Connection refused"
    hook.failed_at = pocket.now()
    return False
