from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local import BotApiError
from bot.local.entities import format_text, plain_text, utf16_length, utf16_slice


def marks(text: str, mode: str = "HTML") -> tuple[str, list[tuple[Any, ...]]]:
    """The text, and each entity as (type, covered words, extra values)."""
    formatted = format_text(text, mode)
    return formatted.text, [
        (e.type, utf16_slice(formatted.text, e.offset, e.length), *e.extra.values())
        for e in formatted.entities
    ]


def complaint(text: str, mode: str = "HTML") -> str:
    with pytest.raises(BotApiError) as caught:
        format_text(text, mode)
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_each_tag_makes_its_entity(tag: str, kind: str) -> None:
    assert marks(f"x <{tag}>gold</{tag}> y") == ("x gold y", [(kind, "gold")])


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<span class="tg-spoiler">s</span>', ("spoiler", "s")),
        ("<blockquote expandable>q</blockquote>", ("expandable_blockquote", "q")),
        (
            '<a href="https://x.kz/a?b=1&amp;c=2">l</a>',
            ("text_link", "l", "https://x.kz/a?b=1&c=2"),
        ),
        ("<a href='http://x.kz'>l</a>", ("text_link", "l", "http://x.kz/")),
        ('<pre><code class="language-py">p</code></pre>', ("pre", "p", "py")),
        ('<code class="language-py">p</code>', ("code", "p")),
        ('<tg-emoji emoji-id="53">🥇</tg-emoji>', ("custom_emoji", "🥇", "53")),
        (
            '<tg-time unix="1647531900" format="wDT">22:45</tg-time>',
            ("date_time", "22:45", 1647531900, "wDT"),
        ),
    ],
)
def test_tags_with_attributes(html: str, expected: tuple[Any, ...]) -> None:
    assert marks(html)[1] == [expected]


def test_mention_of_a_user_by_id() -> None:
    _, found = marks('<a href="tg://user?id=7">Ada</a>')
    assert found == [("text_mention", "Ada", {"id": 7, "is_bot": False, "first_name": ""})]


def test_nested_tags_sort_outer_first() -> None:
    text, found = marks("<b>bold <i>both</i></b> <u>under</u>")
    assert text == "bold both under"
    assert found == [("bold", "bold both"), ("italic", "both"), ("underline", "under")]


def test_offsets_count_utf16_units() -> None:
    formatted = format_text("🥇 <b>алтын</b>", "HTML")
    assert [(e.offset, e.length) for e in formatted.entities] == [(3, 5)]


def test_only_the_documented_character_references_are_decoded() -> None:
    assert marks("&lt;b&gt; &amp;amp; &quot;&#33;&#x1F947; &nbsp; & &unknown;")[0] == (
        '<b> &amp; "!🥇 &nbsp; & &unknown;'
    )


def test_neighbouring_styles_become_one_and_empty_tags_nothing() -> None:
    assert marks("<b>a</b><b>b</b><i></i>") == ("ab", [("bold", "ab")])


def test_blanks_at_the_ends_are_trimmed_with_their_entities() -> None:
    assert marks("\n  <b>a </b> \n") == ("a", [("bold", "a")])
    assert marks("<b> \n </b>") == ("", [])


def test_code_holds_no_other_entities() -> None:
    assert marks("<code>/start <b>x</b></code>")[1] == [("code", "/start x")]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("a <b>b", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("қ < 5", 'Unsupported start tag "" at byte offset 3'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag"),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x>x</a>', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="q">x</tg-time>', "Invalid date-time format specified"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_html_that_does_not_parse_is_refused_in_telegrams_words(html: str, reason: str) -> None:
    assert complaint(html).startswith(reason)


@pytest.mark.parametrize(
    ("markdown", "text", "found"),
    [
        ("*b* _i_ __u__ ~s~ ||h||", "b i u s h", "bold italic underline strikethrough spoiler"),
        ("`c` ```py\nx```", "c x", "code pre"),
        ("[l](http://x.kz/\\))", "l", "text_link"),
        ("![🥇](tg://emoji?id=5)", "🥇", "custom_emoji"),
        ("![t](tg://time?unix=5&format=r)", "t", "date_time"),
        (">q1\n>q2\nafter", "q1\nq2\nafter", "blockquote"),
        ("**>q1\n>q2||", "q1\nq2", "expandable_blockquote"),
        ("1\\.5 \\*x\\*", "1.5 *x*", ""),
        ("*b _i_*", "b i", "bold italic"),
    ],
)
def test_markdown_v2(markdown: str, text: str, found: str) -> None:
    got, entities = marks(markdown, "MarkdownV2")
    assert got == text
    assert [entity[0] for entity in entities] == found.split()


@pytest.mark.parametrize(
    ("markdown", "reason"),
    [
        ("1.5", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a | b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("қ *b", "Can't find end of Bold entity at byte offset 3"),
        ("[x](http://x", "Can't find end of a URL at byte offset 4"),
        ("![x]", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_markdown_v2_that_does_not_parse(markdown: str, reason: str) -> None:
    assert complaint(markdown, "MarkdownV2") == reason


def test_legacy_markdown() -> None:
    text, found = marks("*b* _i_ `c` [l](http://x.kz/) a\\_b ```py\nx```", "Markdown")
    assert text == "b i c l a_b x"
    assert [entity[0] for entity in found] == ["bold", "italic", "code", "text_link", "pre"]
    reason = complaint("a *b", "Markdown")
    assert reason == "Can't find end of the entity starting at byte offset 2"


def test_an_unknown_parse_mode_is_refused() -> None:
    assert complaint("x", "RTF") == "Bad Request: unsupported parse_mode"


def test_given_entities_are_checked_against_the_text() -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert [e.json() for e in format_text("🥇!", "", [bold]).entities] == [bold]
    for offset, length, words in ((0, 9, "ends after the end"), (1, 1, "in a middle of a UTF-16")):
        with pytest.raises(BotApiError, match=words):
            format_text("🥇!", "", [{"type": "bold", "offset": offset, "length": length}])
    with pytest.raises(BotApiError, match="unsupported"):
        format_text("x", "", [{"type": "loud", "offset": 0, "length": 1}])


def test_more_than_a_hundred_entities_are_refused() -> None:
    format_text("<b>x</b> " * 100, "HTML")
    with pytest.raises(BotApiError, match="ENTITIES_TOO_LONG"):
        format_text("<b>x</b> " * 101, "HTML")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/gold@other_bot now", [("bot_command", "/gold@other_bot")]),
        ("a/b and/or", []),
        ("hi @ada, see @x", [("mention", "@ada")]),
        ("https://x.kz/a.b?c=d.", [("url", "https://x.kz/a.b?c=d")]),
        ("see olympic.kz!", [("url", "olympic.kz")]),
        ("e.g. 1.5 or a.b", []),
        ("write me@x.kz", [("email", "me@x.kz")]),
        ("#париж2024 #1", [("hashtag", "#париж2024")]),
        ("🥇 @ada", [("mention", "@ada")]),
        ("$KZT", [("cashtag", "$KZT")]),
    ],
)
def test_the_server_finds_entities_in_what_people_type(
    text: str, found: list[tuple[str, str]]
) -> None:
    plain = plain_text(text)
    assert [(e.type, utf16_slice(plain.text, e.offset, e.length)) for e in plain.entities] == found


def test_control_characters_and_direction_marks_are_cleaned_away() -> None:
    formatted = format_text("a\r\n\u202eb<b>c</b>\x01", "HTML")
    assert formatted.text == "a\nbc"
    assert [(e.offset, e.length) for e in formatted.entities] == [(3, 1)]


def test_lone_surrogates_are_refused() -> None:
    with pytest.raises(BotApiError, match="encoded in UTF-8"):
        format_text("\ud83e")


@given(st.text(max_size=60))
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert format_text(escaped, "HTML").text == plain_text(text).text


def parses_or_is_refused(text: str, mode: str) -> None:
    try:
        formatted = format_text(text, mode)
    except BotApiError as error:
        if error.code != 400:
            raise
        return
    end = utf16_length(formatted.text)
    assert all(0 <= e.offset < e.end <= end for e in formatted.entities)


@given(st.integers(), st.text('ab<>/bi ="&;#x🥇\n', max_size=40))
def test_any_html_is_parsed_or_refused_and_entities_stay_inside(seed: int, text: str) -> None:
    pieces = ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>", *text]
    random.Random(seed).shuffle(pieces)
    parses_or_is_refused("".join(pieces), "HTML")


@given(st.text("*_~|`[]()!>\\\nab.🥇", max_size=40), st.sampled_from(["MarkdownV2", "Markdown"]))
def test_any_markdown_is_parsed_or_refused(text: str, mode: str) -> None:
    parses_or_is_refused(text, mode)
