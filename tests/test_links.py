"""The ledger of links: what was released once still leads somewhere, and whatever is new is written down."""

from pathlib import Path

from handlers import topics

LEDGER = Path(__file__).with_name("links.txt")


def released() -> set[tuple[str, str]]:
    """Sort and name of everything that was ever released."""
    lines = [line.split() for line in LEDGER.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {(sort, name) for sort, name in lines}


def there() -> set[tuple[str, str]]:
    """The same of everything that opens now, by its present and its former names."""
    book = topics.book()
    sorts = {"page": book.pages, "reply": book.replies, "tap": book.taps, "errand": book.errands}
    return {(sort, name) for sort, names in sorts.items() for name in names}


def test_every_link_is_in_the_ledger() -> None:
    assert sorted(there() - released()) == [], "new ones belong into tests/links.txt"


def test_every_link_of_the_ledger_still_opens() -> None:
    assert sorted(released() - there()) == [], "renamed ones keep their name in was="


def test_the_ledger_is_in_order() -> None:
    lines = [line for line in LEDGER.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(set(lines))
