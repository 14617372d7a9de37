"""Methods that fetch updates or files, or choose how updates come."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground import bot_view
from bot.playground.files import MOST_DOWNLOAD_BYTES
from bot.playground.params import Params
from bot.playground.pocket import Pocket, Webhook
from bot.playground.refusals import Refusal, Why
from bot.playground.updates import MOST_AT_ONCE


async def get_updates(pocket: Pocket, params: Params) -> Any:
    """A long poll: waits up to `timeout` real seconds; a second poller or a webhook is a conflict."""
    if pocket.webhook:
        raise Refusal(Why.WEBHOOK_ACTIVE)
    updates = pocket.updates
    updates.interrupt(Why.OTHER_POLLER)
    updates.allow(_allowed(params))
    updates.confirm(params.integer("offset"))
    limit = min(max(params.integer("limit", MOST_AT_ONCE), 1), MOST_AT_ONCE)
    waiting = updates.peek(limit, pocket.now())
    if not waiting:
        await updates.wait(params.integer("timeout"))
        waiting = updates.peek(limit, pocket.now())
    return [update.api() for update in waiting]


def set_webhook(pocket: Pocket, params: Params) -> Any:
    """An empty url takes the webhook away. Unlike Telegram, plain http is taken: this is loopback."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(pocket, params)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise Refusal(Why.WEBHOOK_URL_INVALID)
    if len(secret) > 256:
        raise Refusal(Why.SECRET_TOO_LONG)
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise Refusal(Why.SECRET_INVALID)
    _drop_if_asked(pocket, params)
    pocket.updates.allow(_allowed(params))
    pocket.webhook = Webhook(url, secret, params.integer("max_connections", 40))
    pocket.updates.interrupt(Why.WEBHOOK_SET)
    pocket.updates.arrived.set()
    return True


def delete_webhook(pocket: Pocket, params: Params) -> Any:
    _drop_if_asked(pocket, params)
    pocket.webhook = None
    return True


def get_webhook_info(pocket: Pocket, _params: Params) -> Any:
    hook = pocket.webhook
    shown: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(pocket.updates),
    }
    if hook:
        shown |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
    if hook and hook.failed_at:
        shown |= {
            "last_error_date": bot_view.timestamp(hook.failed_at),
            "last_error_message": hook.failure,
        }
    if pocket.updates.allowed:
        shown["allowed_updates"] = sorted(pocket.updates.allowed)
    return shown


def get_file(pocket: Pocket, params: Params) -> Any:
    if not params.text("file_id"):
        raise Refusal(Why.FILE_ID_MISSING)
    stored = pocket.files.by_id(params.text("file_id"))
    if stored is None:
        raise Refusal(Why.FILE_ID_UNKNOWN)
    if stored.size > MOST_DOWNLOAD_BYTES:
        raise Refusal(Why.FILE_TOO_BIG)
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
        "file_path": stored.path,
    }


def _allowed(params: Params) -> list[str] | None:
    kinds = params.json("allowed_updates")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else None


def _drop_if_asked(pocket: Pocket, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        pocket.updates.confirm(pocket.updates.next_id)
