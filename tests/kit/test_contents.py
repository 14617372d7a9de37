"""What was sent, told in words, in every language."""

import pytest

from db.contents import Item, Medium
from handlers.kit import catalogues, contents
from tests.vocabulary import read

PHOTO, VIDEO = Item(Medium.PHOTO), Item(Medium.VIDEO)
TOLD = {
    "en": "2 photos, 1 video, 1 document, 1 voice message, and 3 places on the map",
    "fr": "2 photos, 1 vidéo, 1 document, 1 message vocal et 3 lieux sur la carte",
    "ar": "صورتان ومقطع فيديو واحد ومستند واحد ورسالة صوتية واحدة و3 أماكن على الخريطة",
}


@pytest.mark.parametrize("language", TOLD)
def test_each_sort_is_counted(language: str) -> None:
    words = catalogues.load().words(language)
    places = [Item(Medium.PLACE, latitude=43.3, longitude=5.4)] * 3
    items = [PHOTO, VIDEO, PHOTO, Item(Medium.DOCUMENT), Item(Medium.VOICE), *places]
    told = contents.told(words, items)
    assert told
    assert read(told) == TOLD[language]


def test_nothing_is_not_told() -> None:
    assert contents.told(catalogues.load().words("en"), []) is None
