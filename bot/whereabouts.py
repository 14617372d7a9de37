"""What the operator types about a place: zone, language, country; refused with a sentence that helps."""

from argparse import ArgumentTypeError
from zoneinfo import available_timezones

from db import closed
from handlers.kit import catalogues


def zone(text: str) -> str:
    """An IANA time zone."""
    if text not in available_timezones():
        raise ArgumentTypeError(f"There is no time zone {text!r}. An example: Europe/Paris")
    return text


def language(text: str) -> str:
    """A language that there are catalogues of."""
    languages = catalogues.load().languages
    if text not in languages:
        raise ArgumentTypeError(f"There is no language {text!r} yet. There are: {', '.join(languages)}")
    return text


def country(text: str) -> str:
    """A country (ISO 3166) whose public holidays are known, in small letters or capitals."""
    code = text.upper()
    if code not in closed.countries():
        sentence = "No public holidays are known of {!r}. A country is two letters, for instance FR"
        raise ArgumentTypeError(sentence.format(code))
    return code
