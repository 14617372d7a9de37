"""What somebody wrote, as a turn takes it."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.kit.turn import cleaned


@given(st.text())
def test_cleaned_text_can_be_kept_everywhere(text: str) -> None:
    kept = cleaned(text)
    assert kept.encode("utf-8").decode() == kept
    assert "\0" not in kept
    assert cleaned(kept) == kept


def test_line_breaks_and_joined_letters_stay() -> None:
    assert cleaned("سلام\n👩\u200d👧\0") == "سلام\n👩\u200d👧"
