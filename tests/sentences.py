"""The sentences of the source as they stand there: which call says what, with which values."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handlers.kit.words import PLACE

ROOT = Path(__file__).parents[1]
TAG = re.compile(r"</?(?:b|i|u|s|code|a)>")


@dataclass(frozen=True)
class Call:
    """One call of `_` or `n_`: where, its sentences (None where one is no literal), its values' names."""

    where: str
    sentences: tuple[str | None, ...]
    values: frozenset[str]
    spread: bool

    @property
    def literal(self) -> bool:
        return None not in self.sentences


@cache
def calls() -> tuple[Call, ...]:
    """Every call of `_` and `n_` in what we say."""
    return tuple(_call(node, where) for node, where in _calls() if _name(node) in ("_", "n_"))


def labels() -> set[str]:
    """Sentences that stand on a button."""
    return {
        sentence
        for node, where in _calls()
        if _name(node) in ("Button", "Door") and node.args
        for inner in ast.walk(node.args[0])
        if isinstance(inner, ast.Call) and _name(inner) in ("_", "n_")
        for sentence in _call(inner, where).sentences
        if sentence
    }


def tags(sentence: str) -> list[str]:
    """Its markup, in alphabetical order."""
    return sorted(TAG.findall(sentence))


def bare(sentence: str) -> str:
    """The sentence without values and markup."""
    return TAG.sub("", PLACE.sub("", sentence))


@cache
def _calls() -> list[tuple[ast.Call, str]]:
    """Every call there is, with the file and line where it stands."""
    files = sorted([*ROOT.glob("handlers/**/*.py"), *ROOT.glob("bot/**/*.py")])
    return [
        (node, f"{file.relative_to(ROOT)}:{node.lineno}")
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]


def _name(call: ast.Call) -> str | None:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return None


def _call(node: ast.Call, where: str) -> Call:
    counts = _name(node) == "n_"
    said = [_literal(each) for each in node.args[: 2 if counts else 1]]
    names = {keyword.arg for keyword in node.keywords if keyword.arg} | ({"n"} if counts else set())
    spread = any(keyword.arg is None for keyword in node.keywords)
    return Call(where, tuple(said), frozenset(names), spread)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
