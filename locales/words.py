"""Brings the sentences of the code and of the files beside this one into every catalogue: `make words`.

A catalogue is a folder here with a `messages.po`; an empty folder named after a language gets one. What
is translated stays, what nobody says any more goes. Nothing changes from run to run but the sentences:
no dates, no line numbers.
"""

import re
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from handlers.kit.prompts import library

HERE = Path(__file__).parent
ROOT = HERE.parent
ROOMS = ("handlers", "bot")
KEYWORDS = {"_": None, "n_": (1, 2)}
REMARK = "Translators:"

TWO = "nplurals=2; plural=(n != 1);"
TWO_WITH_ZERO = "nplurals=2; plural=(n > 1);"
SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)
PLURALS = {
    **dict.fromkeys(("es", "tr", "ps", "el", "nb"), TWO),
    **dict.fromkeys(("fr", "fa", "fa_AF", "pt"), TWO_WITH_ZERO),
    **dict.fromkeys(("uk", "ru"), SLAVIC),
    "ar": ARABIC,
}
"""Weblate's rules; Babel's own differ for Arabic, Persian and Turkish."""

HEADER = """\
# Passerelle in {language}. "X-Standing: reviewed" once somebody who grew up with it has read all of it.
msgid ""
msgstr ""
"Project-Id-Version: Passerelle\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"X-Standing: {standing}\\n"

"""


def extracted() -> Catalog:
    """Every sentence we say, in the order of the files, without translations."""
    found = Catalog()
    for room in ROOMS:
        for file, line, sentence, remarks, _ in extract_from_dir(
            ROOT / room, [("**.py", "python")], None, KEYWORDS, (REMARK,), strip_comment_tags=True
        ):
            found.add(sentence, locations=[(f"{room}/{file}", line)], auto_comments=remarks)
    for line, (remark, sentence) in enumerate(prompts(), start=1):
        found.add(sentence, locations=[("locales/icebreakers.toml", line)], auto_comments=[remark])
    for line, (remark, sentence) in enumerate(ready(), start=1):
        remarks = [f"{remark}, at most 36 letters"]
        found.add(sentence, locations=[("locales/steps.toml", line)], auto_comments=remarks)
    for line, (remark, sentence) in enumerate(observances(), start=1):
        found.add(sentence, locations=[("locales/observances.toml", line)], auto_comments=[remark])
    for line, (remark, sentence) in enumerate(bingo(), start=1):
        found.add(sentence, locations=[("locales/bingo.toml", line)], auto_comments=[remark])
    return found


def prompts() -> Iterator[tuple[str, str]]:
    """The icebreakers and the questions that follow them, each with what it is."""
    for each in library().values():
        yield f"icebreaker {each.key} ({each.phase}, {each.effort}, for {each.company})", each.words
        if each.follow:
            yield f"question after icebreaker {each.key}", each.follow


def ready() -> Iterator[tuple[str, str]]:
    """The ready goals and steps as they stand in their file, each with what it is."""
    content = tomllib.loads((HERE / "steps.toml").read_text("utf-8"))
    yield from ((f"ready goal ({need})", sentence) for need, sentence in content["goals"].items())
    yield from ((f"ready step {each['key']} ({each['category']})", each["words"]) for each in content["step"])


def observances() -> Iterator[tuple[str, str]]:
    """What is said of days of culture, as it stands in its file, each with what it is."""
    content = tomllib.loads((HERE / "observances.toml").read_text("utf-8"))
    for each in content["observance"]:
        yield f"day of culture {each['key']}, at most 20 letters", each["name"]
        yield from (
            (f"day of culture {each['key']}", each[part]) for part in ("words", "greeting", "question")
        )


def bingo() -> Iterator[tuple[str, str]]:
    """What can stand on the cards of the two games, each with what it is."""
    content = tomllib.loads((HERE / "bingo.toml").read_text("utf-8"))
    yield from ((f"said of oneself on a card ({each['key']})", each["words"]) for each in content["field"])
    yield from (
        (f"a word on a card ({each['key']}), at most 6 letters", each["words"]) for each in content["word"]
    )


def catalogues() -> Iterator[Path]:
    """The file of each language, there or still to be made."""
    for folder in sorted(HERE.iterdir()):
        if folder.name in PLURALS:
            yield folder / "messages.po"


def standing(file: Path) -> str:
    """`reviewed` or `draft`: what the catalogue says of itself."""
    said = (
        re.search(r'^"X-Standing: (\w+)\\n"$', file.read_text("utf-8"), re.MULTILINE)
        if file.exists()
        else None
    )
    return said[1] if said else "draft"


def known(file: Path) -> Catalog:
    """What is translated so far."""
    if not file.exists():
        return Catalog()
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.name)


def carry_over(message: Message, old: Catalog) -> None:
    """Give a sentence the translation it had."""
    before = old.get(message.id)
    if before and before.pluralizable == message.pluralizable:
        message.string, message.flags = before.string, before.flags
        message.user_comments = before.user_comments


def written(file: Path) -> str:
    """The catalogue as it should stand now."""
    language, old, new = file.parent.name, known(file), extracted()
    new.mime_headers = [("Plural-Forms", PLURALS[language])]
    header = HEADER.format(language=language, plurals=PLURALS[language], standing=standing(file))
    for message in new:
        carry_over(message, old)
    body = BytesIO()
    write_po(body, new, width=110, omit_header=True, sort_by_file=True, include_lineno=False)
    return header + body.getvalue().decode()


def main() -> None:
    """Write every catalogue anew, and say how far it is translated."""
    for file in catalogues():
        file.write_text(written(file), "utf-8")
        done = [message for message in known(file) if message.id and complete(message)]
        print(f"{file.parent.name}: {len(done)} of {len(extracted())} sentences")


def complete(message: Message) -> bool:
    """Whether it is translated, in every plural form."""
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


if __name__ == "__main__":
    main()
