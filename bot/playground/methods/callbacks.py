"""Methods that answer a pressed button."""

from typing import Any

from bot.playground.entities import utf16_length
from bot.playground.params import Params
from bot.playground.phone import pressed
from bot.playground.pocket import Pocket
from bot.playground.refusals import Refusal, Why

LONGEST_ANSWER = 200


def answer_callback_query(pocket: Pocket, params: Params) -> Any:
    text = params.text("text")
    if utf16_length(text) > LONGEST_ANSWER:
        raise Refusal(Why.EDIT_OR_ANSWER_TOO_LONG)
    press = pocket.presses.answer(params.required("callback_query_id"), pocket.now())
    pocket.live.tell(pressed(press, answered=True))
    if text:
        alert = params.flag("show_alert")
        pocket.live.tell({"type": "toast", "person": press.person, "text": text, "alert": alert})
    return True
