"""Structured logs: ids and outcomes, never words people wrote, never the token."""

import logging
import re
import sys
import traceback
from types import TracebackType

import structlog
from structlog.typing import EventDict, WrappedLogger

TOKEN = re.compile(r"\d{5,}:[\w-]{20,}")


def set_up(level: str) -> None:
    """Log to standard error: a line each, readable in a terminal, JSON elsewhere."""
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_words,
            redact,
            structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s"))
    handler.addFilter(briefly)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for chatty in ("httpx", "aiohttp", "aiohttp.access", "apscheduler", "telegram", "sqlalchemy"):
        logging.getLogger(chatty).setLevel(logging.ERROR)


def without_words(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """An exception as its type and where it came from; its message may quote what somebody wrote."""
    if not event.pop("exc_info", None):
        return event
    kind, _error, trace = sys.exc_info()
    event.update(error=kind.__name__ if kind else None, where=where(trace))
    return event


def where(trace: TracebackType | None) -> list[str]:
    """The last places an exception came through."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)[-8:]]


def briefly(record: logging.LogRecord) -> bool:
    """What libraries log, held to the same rule: an exception's type and places, none of its own words."""
    if record.exc_info:
        kind, _error, trace = record.exc_info
        record.exc_text = " ".join([kind.__name__ if kind else "", *where(trace)])
    return True


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Take out whatever looks like a bot's token, wherever it stands."""
    return {key: TOKEN.sub("…", value) if isinstance(value, str) else value for key, value in event.items()}
