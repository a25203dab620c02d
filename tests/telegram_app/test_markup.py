from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.text import plain
from bot.local.entities.html import parse_html
from bot.telegram_app.markup import split, units

WORDS = st.text(alphabet="ab <&>\n🥇я", max_size=60)
PIECES = st.lists(st.tuples(st.sampled_from(["", "b", "i", "bi"]), WORDS), max_size=8)


def written(pieces: list[tuple[str, str]]) -> str:
    def tagged(tags: str, text: str) -> str:
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag}>" for tag in reversed(tags))
        return f"{opening}{escape(text)}{closing}"

    return "".join(tagged(tags, text) for tags, text in pieces)


def test_tags_go_and_references_are_resolved() -> None:
    assert plain("<b>1 &lt; 2</b> &amp; <i>so on</i>") == "1 < 2 & so on"


def test_what_is_no_tag_stays() -> None:
    assert plain("a < b > c") == "a < b > c"


def test_letters_beyond_the_basic_plane_count_twice() -> None:
    assert units("🥇я") == 3


def test_a_short_text_is_left_as_it_is() -> None:
    assert split("<b>x</b>  ") == ["<b>x</b>  "]


def test_cuts_fall_between_lines_and_tags_are_carried_on() -> None:
    assert split("<b>one\ntwo\nthree</b>", limit=8) == ["<b>one\ntwo</b>", "<b>three</b>"]


def test_a_link_that_is_cut_leads_to_the_same_place_from_both_parts() -> None:
    link = '<a href="https://t.me/altyn?start=f_abc">'

    assert split(f"{link}one\ntwo</a>", limit=4) == [f"{link}one</a>", f"{link}two</a>"]


def test_links_are_left_out_of_what_is_read() -> None:
    assert plain('<a href="start:f_abc">a &amp; b</a>') == "a & b"


def test_cuts_fall_between_words_of_a_long_line() -> None:
    assert split("one two three", limit=8) == ["one two", "three"]


@given(PIECES, st.integers(min_value=4, max_value=40))
def test_every_part_is_sound_and_short_and_no_word_is_lost(
    pieces: list[tuple[str, str]], limit: int
) -> None:
    html = written(pieces)

    parts = split(html, limit)

    if len(parts) > 1:
        assert all(units(parse_html(part)[0]) <= limit for part in parts)
    together = "".join(plain(part) for part in parts)
    assert "".join(together.split()) == "".join(plain(html).split())
