"""The budgets of taste: short functions, short files, few parameters. Who is over them is named."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "db", "locales", "tests")
GENERATED = ROOT / "db" / "migrations" / "versions"
"""Migrations are written by Alembic, once, and read by nobody afterwards."""

WORKED_ON = {"self", "cls", "session"}
"""What a function works on, rather than with: every question to the database takes the session first."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """A function: where it is, its lines without decorators and docstring, its parameters that count."""

    name: str
    lines: int
    parameters: int


def sources() -> list[Path]:
    found = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    return [file for file in found if GENERATED not in file.parents]


def length(function: Function) -> int:
    first = function.body[0]
    docstring = first if ast.get_docstring(function, clean=False) is not None else None
    told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def parameters(function: Function) -> int:
    given = function.args
    names = [each.arg for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in WORKED_ON])


def functions(file: Path) -> Iterator[Measured]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, Function):
            where = f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"
            yield Measured(where, length(node), parameters(node))


@pytest.fixture(scope="module")
def all_functions() -> list[Measured]:
    return [function for file in sources() for function in functions(file)]


def file_lengths(files: list[Path]) -> dict[str, int]:
    return {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in files}


def test_no_function_is_longer_than_a_screen(all_functions: list[Measured]) -> None:
    assert [(each.name, each.lines) for each in all_functions if each.lines > 40] == []


def test_nine_functions_of_ten_fit_into_twenty_lines(all_functions: list[Measured]) -> None:
    longer = sorted((each.lines, each.name) for each in all_functions if each.lines > 20)
    assert len(longer) <= len(all_functions) / 10, longer


def test_half_of_the_functions_fit_into_eight_lines(all_functions: list[Measured]) -> None:
    assert median(each.lines for each in all_functions) <= 8


def test_no_function_takes_more_than_four_things(all_functions: list[Measured]) -> None:
    assert [(each.name, each.parameters) for each in all_functions if each.parameters > 4] == []


def test_files_are_short() -> None:
    lengths = file_lengths(sources())
    longer = {name: lines for name, lines in lengths.items() if lines > 200}
    assert {name: lines for name, lines in longer.items() if lines > 300} == {}
    assert len(longer) <= len(lengths) / 20, longer


def test_the_page_of_the_playground_is_in_short_files() -> None:
    files = [each for each in (ROOT / "bot/playground/page").rglob("*") if each.suffix in (".js", ".css")]
    assert files
    assert {name: lines for name, lines in file_lengths(files).items() if lines > 300} == {}
