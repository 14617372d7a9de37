"""Telegram's HTML is read as Telegram reads it, down to UTF-16 offsets and the byte of the fault."""

import pytest

from bot.playground.bubbles import bubble_html
from bot.playground.entities import Entity, Words, trimmed, with_spotted
from bot.playground.html_reader import read_html
from bot.playground.refusals import Refusal


def marks(words: Words) -> list[tuple[str, int, int]]:
    return [(entity.kind, entity.offset, entity.length) for entity in words.entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("plain & simple", "plain & simple", []),
        ("1 &lt; 2 &amp;&gt;&quot;", '1 < 2 &>"', []),
        ("&#39;&#x1F600;&nbsp;&#0;", "'😀&nbsp;&#0;", []),
        ("<b>Ada</b>", "Ada", [("bold", 0, 3)]),
        ("👍 <i>Ada</i>", "👍 Ada", [("italic", 3, 3)]),
        ("سلام <u>نيا</u>", "سلام نيا", [("underline", 5, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<STRONG>a</strong><em>b</EM>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<s>a</s><del>b</del><ins>c</ins>", "abc", [
            ("strikethrough", 0, 1), ("strikethrough", 1, 1), ("underline", 2, 1),
        ]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<code>a&lt;b</code>", "a<b", [("code", 0, 3)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ],
)  # fmt: skip
def test_html_becomes_words_and_entities(
    source: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    words = read_html(source)
    assert words.text == text
    assert marks(words) == expected


@pytest.mark.parametrize(
    ("source", "kind", "extra"),
    [
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
            "text_link",
            {"url": "https://example.org/?a=1&b=2"},
        ),
        ("<a href='tg://user?id=1'>x</a>", "text_link", {"url": "tg://user?id=1"}),
        ("<a>example.org</a>", "text_link", {"url": "http://example.org/"}),
        ("<pre>x</pre>", "pre", {}),
        ('<pre><code class="language-python">x</code></pre>', "pre", {"language": "python"}),
        ('<code class="language-python">x</code>', "code", {}),
        ('<tg-emoji emoji-id="53">👍</tg-emoji>', "custom_emoji", {"custom_emoji_id": "53"}),
    ],
)
def test_attributes_become_details_of_the_entity(source: str, kind: str, extra: dict[str, str]) -> None:
    (entity,) = read_html(source).entities
    assert (entity.kind, dict(entity.extra)) == (kind, extra)


@pytest.mark.parametrize("source", ["<a>x</a>", '<a href="nowhere">x</a>', '<a href="javascript:1">x</a>'])
def test_a_link_that_leads_nowhere_is_plain_text(source: str) -> None:
    assert read_html(source) == Words("x")


@pytest.mark.parametrize(
    ("source", "detail"),
    [
        ("é<b", "Unclosed start tag at byte offset 2"),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("👍<br/>", 'Unsupported start tag "br/" at byte offset 4'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a =1>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_malformed_html_is_refused_with_the_place_of_the_fault(source: str, detail: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_html(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {detail}"


def test_white_space_around_a_text_goes_and_entities_move_along() -> None:
    assert trimmed(read_html("\n <b> Ada </b>\n")) == Words("Ada", (Entity("bold", 0, 3),))
    assert trimmed(read_html(" <b> </b> ")) == Words()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", 0, 6)]),
        ("👍 /help@passerelle_bot.", [("bot_command", 3, 20)]),
        ("and/or 1/2", []),
        ("see https://t.me/x?start=1.", [("url", 4, 22)]),
        ("\u2068https://t.me/x\u2069", [("url", 1, 14)]),
        ("ask @rosa_m or a@example.org", [("mention", 4, 7)]),
    ],
)
def test_commands_mentions_and_addresses_are_spotted(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert marks(with_spotted(Words(text))) == expected


def test_nothing_is_spotted_in_code_and_links() -> None:
    words = read_html('<code>/start</code> <a href="https://a.org">@rosa_m</a>')
    assert with_spotted(words) == words


@pytest.mark.parametrize(
    ("source", "bubble"),
    [
        ("a &lt;b&gt; &amp; <b>c</b>", "a &lt;b&gt; &amp; <b>c</b>"),
        ("<b>a<i>👍</i></b>b", "<b>a<i>👍</i></b>b"),
        ("<tg-spoiler>x</tg-spoiler>", '<span class="tg-spoiler">x</span>'),
        ('<a href="https://a.org/?q=&quot;x">l</a>', '<a href="https://a.org/?q=&quot;x">l</a>'),
        ("t.me/x", '<a href="https://t.me/x">t.me/x</a>'),
        ("<pre>a\n b</pre>", "<pre>a\n b</pre>"),
        ("/help", "/help"),
    ],
)
def test_a_bubble_is_safe_html(source: str, bubble: str) -> None:
    assert bubble_html(with_spotted(read_html(source))) == bubble


def test_a_bubble_leaves_out_marks_that_cross_and_schemes_that_run() -> None:
    crossing = Words("abc", (Entity("bold", 0, 2), Entity("italic", 1, 2)))
    assert bubble_html(crossing) == "<b>ab</b>c"
    script = Words("x", (Entity("text_link", 0, 1, (("url", "javascript:alert(1)"),)),))
    assert bubble_html(script) == "x"
