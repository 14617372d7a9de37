"""What the operator types about a place: read, and refused with a sentence that helps."""

from argparse import ArgumentTypeError
from collections.abc import Callable

import pytest

from bot import whereabouts


def test_what_is_known_is_taken() -> None:
    assert whereabouts.zone("Africa/Nairobi") == "Africa/Nairobi"
    assert whereabouts.language("ar") == "ar"
    assert whereabouts.country("fr") == "FR"


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (whereabouts.zone, "Marseille", "There is no time zone 'Marseille'. An example: Europe/Paris"),
        (whereabouts.language, "tlh", "There is no language 'tlh' yet. There are: en, ar, fr"),
        (whereabouts.country, "XX", "No public holidays are known of 'XX'."),
    ],
)
def test_what_is_not_is_refused_with_help(read: Callable[[str], str], text: str, sentence: str) -> None:
    with pytest.raises(ArgumentTypeError, match=sentence.replace(".", r"\.")):
        read(text)
