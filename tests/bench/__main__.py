"""python -m tests.bench: measure everything, or the parts that are named."""

import argparse
import gc
import json
import sys
from pathlib import Path

from tests.bench import crowd, due, evening, expanding, machine, rendering, start, turns
from tests.bench.databases import Grounds, grounds
from tests.bench.results import Result

PARTS = {
    "a": "a full durable turn, against a bare echo and the obvious build",
    "b": "an announcement to many under Telegram's limits, and people who press meanwhile",
    "c": "what is due, found among a million rows",
    "d": "start and idle memory",
    "f": "a thousand weekly words decided and written",
    "g": "an announcement's recipients, frozen when it starts",
    "e": "a weekly peak in simulated time, and people who press meanwhile",
}


def main() -> None:
    options = _parser().parse_args()
    if sys.platform != "linux":
        sys.exit("What a process uses is read from /proc, so this runs on Linux only.")
    gc.freeze()  # what is measured in this process runs as in the bot, once its code is read in
    found = {}
    with grounds() as kinds:
        line = machine.line(kinds.postgres_url)
        print(f"{line}\nMedians of {options.rounds} interleaved rounds, on loopback.", flush=True)
        for part in options.parts or PARTS:
            found[part] = _measured(part, kinds, options)
            print(found[part].table(), flush=True)
    if options.json:
        data = {"machine": line, **{part: result.data() for part, result in found.items()}}
        options.json.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def _measured(part: str, kinds: Grounds, options: argparse.Namespace) -> Result:
    match part:
        case "a":
            return turns.measure(kinds, options.rounds)
        case "b":
            return crowd.measure(kinds, 300 if options.quick else options.people)
        case "c":
            return due.measure(kinds, options.rounds)
        case "f":
            return rendering.measure(kinds, options.rounds)
        case "g":
            return expanding.measure(kinds, options.rounds)
        case "e":
            return evening.measure(kinds, 5_000 if options.quick else 50_000)
    return start.measure(kinds, options.rounds)


def _parser() -> argparse.ArgumentParser:
    about = "\n".join(["Parts:", *(f"  {name}  {what}" for name, what in PARTS.items())])
    parser = argparse.ArgumentParser(
        "python -m tests.bench", epilog=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all if none is named")
    parser.add_argument("--rounds", type=int, default=5, help="of a, c and d (default: %(default)s)")
    parser.add_argument("--people", type=int, default=1500, help="in b (default: %(default)s)")
    parser.add_argument(
        "--quick", action="store_true", help="b with 300 people, e with 5 000 instead of 50 000"
    )
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the figures there, too")
    return parser


if __name__ == "__main__":
    main()
