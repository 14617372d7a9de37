"""Faults on demand: the next calls of a method fail in a chosen way."""

from dataclasses import dataclass
from typing import Literal, cast, get_args

from bot.playground.refusals import Refusal, Why

FaultKind = Literal["error", "dropped", "lost", "delay", "flood", "deactivated"]


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of `method` (`*` is any).

    `error` answers `code` and `description`; `dropped` closes the connection before acting; `lost` acts
    and closes it without an answer; `delay` waits `seconds`; `flood` answers 429 with `seconds`;
    `deactivated` answers that the user is.
    """

    method: str
    kind: FaultKind
    times: int = 1
    code: int = 500
    description: str = "Internal Server Error"
    seconds: float = 5

    def refusal(self) -> Refusal | None:
        match self.kind:
            case "error":
                return Refusal((self.code, self.description))
            case "flood":
                return Refusal.flood(int(self.seconds))
            case "deactivated":
                return Refusal(Why.DEACTIVATED)
            case _:
                return None


def fault_kind(name: str) -> FaultKind:
    """Raises ValueError for a kind there is not."""
    if name not in get_args(FaultKind):
        raise ValueError(f"no such fault: {name}")
    return cast("FaultKind", name)


class Faults:
    """The faults ordered and not yet used up, in the order they were asked for."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def clear(self) -> None:
        self._ordered.clear()

    def take(self, method: str) -> Fault | None:
        """The fault this call meets, used up by one."""
        for fault in self._ordered:
            if fault.method in ("*", method):
                fault.times -= 1
                if fault.times <= 0:
                    self._ordered.remove(fault)
                return fault
        return None
