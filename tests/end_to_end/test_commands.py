"""What an operator types, from an empty folder with a `.env` to the first invitation; and what is refused."""

import asyncio
import re
from pathlib import Path

import pytest

from tests.end_to_end.doors import Door, Telegram
from tests.end_to_end.processes import Launcher, Passerelle

NAME = "Marseille 2027"
UNSET = {"TELEGRAM_TOKEN": "", "TELEGRAM_API": "", "DATABASE_URL": "", "PORT": ""}
WRONG = {
    "TELEGRAM_TOKEN": "a-token-mistyped",
    "TELEGRAM_API": "ftp://telegram.example/path",
    "DATABASE_URL": "mysql://association:mistyped@localhost/x",
    "PORT": "99999",
    "LOG_LEVEL": "LOUD",
}

pytestmark = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)


class Operator:
    """Types commands in a folder whose `.env` says everything."""

    def __init__(self, launch: Launcher, door: Door, token: str) -> None:
        self._launch = launch
        self._door = door
        settings = {"TELEGRAM_TOKEN": token, "TELEGRAM_API": door.origin, "DATABASE_URL": "sqlite:///own.db"}
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        (launch.folder / ".env").write_text("".join(lines), "utf-8")

    async def types(self, *words: str, **environment: str) -> tuple[int, str]:
        """One command; its exit code, and what it said."""
        process = await self._launch(self._door, *words, **(UNSET | environment))
        return await process.ended(), _said(process)


def _said(process: Passerelle) -> str:
    return process.said.read_text("utf-8") + process.log


@pytest.fixture
async def operator(telegram: Telegram, launch: Launcher) -> Operator:
    door = await telegram.door()
    door.open.set()
    return Operator(launch, door, telegram.pocket.token)


async def test_from_an_empty_folder_to_the_first_invitation(operator: Operator, tmp_path: Path) -> None:
    code, said = await operator.types("migrate")
    assert (code, said.startswith("The database is at revision ")) == (0, True)
    code, said = await operator.types("programme", "add", NAME, "--zone", "Europe/Paris", "--language", "fr")
    assert (code, f'python -m bot invite coordinator "{NAME}"' in said) == (0, True)
    checked, listed, invited = await asyncio.gather(
        operator.types("check"), operator.types("programme", "list"), operator.types("invite", "mentor", NAME)
    )
    assert (checked[0], "NO " in checked[1]) == (0, False)
    assert "ok  token: Telegram knows @passerelle_bot" in checked[1]
    office = "office mon,tue,wed,thu,fri 9-17"
    usual = f"thursday 18:00, quiet 21-9, news at any other hour, 1 a week, announcements wait 60 s, {office}"
    kept = "kept 6 months after"
    assert listed == (0, f"{NAME}  (Europe/Paris, FR, fr; seasons of 6 months, {kept}; {usual})\n")
    hours = ("--weekday", "tue", "--hour", "10", "--quiet", "20-8", "--reach", "9-17", "--cap", "2")
    others = ("--season", "9", "--country", "ch", "--office-days", "mon-wed", "--office", "10-16")
    changed = await operator.types("programme", "set", NAME, *others, *hours, "--grace", "30")
    office = "office mon,tue,wed 10-16"
    chosen = f"tuesday 10:00, quiet 20-8, news 9-17, 2 a week, announcements wait 30 s, {office}"
    assert changed == (0, f"{NAME}  (Europe/Paris, CH, fr; seasons of 9 months, {kept}; {chosen})\n")
    assert invited[0] == 0
    assert re.search(r"^https://t\.me/passerelle_bot\?start=[0-9a-f]{24}$", invited[1], re.MULTILINE)
    assert len(re.findall("[█▀▄]", invited[1])) > 200
    assert (tmp_path / "own.db").exists()


async def test_a_database_that_is_named_is_meant_also_without_a_token(
    operator: Operator, launch: Launcher
) -> None:
    await operator.types("programme", "add", NAME)
    (launch.folder / ".env").write_text("DATABASE_URL=sqlite:///own.db\n", "utf-8")
    assert NAME in (await operator.types("programme", "list"))[1]


async def test_what_is_wrong_is_said_in_a_sentence_and_no_secret_with_it(operator: Operator) -> None:
    answers = await asyncio.gather(
        operator.types("run", **WRONG),
        operator.types("run", WEBHOOK_URL="http://passerelle.example", WEBHOOK_SECRET="short"),
        operator.types("run", DATABASE_URL="postgresql://association:mistyped@127.0.0.1:1/x"),
        operator.types("invite", "mentor", "Nowhere"),
        operator.types("check", DATABASE_URL="sqlite:///another.db"),
        operator.types("programme", "add", "Elsewhere", "--country", "XX"),
    )
    sentences = (
        "TELEGRAM_TOKEN should look like 123456:ABC-def, as BotFather gives it",
        "WEBHOOK_URL should begin with https://",
        "The database does not answer. Check DATABASE_URL.",
        "There is no programme 'Nowhere'",
        "NO  migrations: at nothing",
        "No public holidays are known of 'XX'.",
    )
    for (_, said), sentence in zip(answers, sentences, strict=True):
        assert sentence in said
        assert "mistyped" not in said
        assert "Traceback" not in said
    assert [code for code, _ in answers] == [2, 2, 1, 2, 1, 2]
    assert all(name in answers[0][1] for name in WRONG)
