"""An announcement to many at Telegram's pace, and whether people who press meanwhile notice."""

import math
import time
from dataclasses import dataclass, field
from statistics import quantiles

from tests.bench import seed, updates
from tests.bench.bots import product
from tests.bench.databases import Grounds, filled
from tests.bench.null_api import Report
from tests.bench.results import Result, Row, verdict
from tests.bench.server import Server, null_server

PAIRS = 100
LATENCIES = (0.0, 0.3)
"""Seconds to the server and back."""
RATE = 25
"""Messages a second that nobody waits for: what the gate lets out."""
IDLE_PRESSES, IDLE_PAUSE = 120, 0.1
BUSY_PAUSE = 0.4
"""Seconds between two presses: few enough for both together to stay below Telegram's limit."""
SETTLED = 1.0


@dataclass
class People:
    """Those who press: each once a lap, in the order of their ids, ticking their step off or back."""

    server: Server
    count: int
    _pressed: int = 0
    _next: float = field(default_factory=time.monotonic)

    def press(self, pause: float) -> None:
        """The next one presses, `pause` seconds after the one before."""
        time.sleep(max(0.0, self._next - time.monotonic()))
        self._next += pause
        lap, chat = divmod(self._pressed, self.count)
        self._pressed += 1
        link = f"steps.{('finish', 'reopen')[lap % 2]}:{chat + 1}"
        self.server.feed([updates.pressed(self._pressed, chat + 1, link)], chat + 1)


def measure(grounds: Grounds, readers: int) -> Result:
    """One run at each latency; the limits make a run as long as it is, so there are no rounds."""
    rows = [_run(grounds, readers, latency) for latency in LATENCIES]
    return Result(
        f"b  An announcement to {readers} under enforced limits (one run each)",
        rows,
        [note for row in rows for note in _verdicts(row)],
    )


def _run(grounds: Grounds, readers: int, latency: float) -> Row:
    with grounds.fresh("SQLite") as (url, folder):
        everybody = filled(url, lambda session: seed.pairs(session, PAIRS))
        rosa = filled(url, lambda session: seed.readers(session, readers, 2 * PAIRS + 1))
        with null_server(latency, limited=True) as server, product(url).running(server.origin, folder):
            server.when(lambda report: report.polls > 0)
            time.sleep(SETTLED)
            people = People(server, len(everybody))
            idle = _idle(people)
            wall, busy = _busy(people, rosa, readers)
    ideal = (readers - 1) / RATE
    return {
        "latency, ms": int(latency * 1000),
        "wall, s": wall,
        "ideal, s": ideal,
        "× ideal": wall / ideal,
        "429s": idle.refused + busy.refused,
        "p95 idle, ms": _p95(idle),
        "p95 meanwhile, ms": _p95(busy),
        "× idle": _p95(busy) / _p95(idle),
    }


def _idle(people: People) -> Report:
    people.server.reset()
    for _ in range(IDLE_PRESSES):
        people.press(IDLE_PAUSE)
    return people.server.when(lambda report: len(report.waits) >= IDLE_PRESSES)


def _busy(people: People, rosa: int, readers: int) -> tuple[float, Report]:
    """Seconds from the coordinator's press to the last reader's message, and the report on it."""
    server = people.server
    server.reset()
    pressed = time.monotonic()
    server.feed([updates.pressed(1_000_000, rosa, f"sending.send:{seed.ANNOUNCEMENT}")])
    report = server.when(lambda report: True)
    while report.sent < readers and time.monotonic() < pressed + 3 * readers / RATE:
        people.press(BUSY_PAUSE)
        report = server.when(lambda report: True)
    return (report.sent_last if report.sent >= readers else math.inf) - pressed, report


def _p95(report: Report) -> float:
    """Milliseconds."""
    return quantiles(report.waits, n=20)[-1] * 1000


def _verdicts(row: Row) -> list[str]:
    at = f"at {row['latency, ms']} ms"
    return [
        verdict(f"{at}, wall against ideal", float(row["× ideal"]), 1.05),
        verdict(f"{at}, 429s", int(row["429s"]), 0),
        verdict(f"{at}, p95 of an answer against idle", float(row["× idle"]), 1.25),
    ]
