"""The contract of the conversation for programs."""

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest

from bot.answers.reply import Button, Reply
from bot.console.jsonl import serve_lines
from tests.fake_engine import TROUBLE, FakeEngine


def talk(*lines: bytes | dict[str, Any], engine: FakeEngine | None = None) -> list[dict[str, Any]]:
    raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    out = io.BytesIO()
    serve_lines(engine or FakeEngine(), raw, out)
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def test_one_line_in_one_line_out() -> None:
    [answer] = talk({"chat": 7, "text": "who won gold?", "language_code": "en"})

    assert answer == {
        "chat": 7,
        "text": "message who won gold? after nothing",
        "answered": True,
        "buttons": [
            [{"text": "Why?", "data": "why:1"}, {"text": "Judo", "data": "sport:judo"}],
        ],
        "photo": None,
        "sources": [
            {
                "id": "wiki",
                "title": "An article",
                "publisher": "An encyclopedia",
                "as_of": "2024-09-09",
                "url": None,
            }
        ],
    }


def test_the_order_is_kept() -> None:
    answers = talk(*({"chat": number % 3, "text": f"{number}"} for number in range(9)))

    assert [(one["chat"], one["text"].split()[1]) for one in answers] == [
        (number % 3, f"{number}") for number in range(9)
    ]


def test_each_chat_has_a_conversation_of_its_own() -> None:
    answers = talk({"chat": 1, "text": "a"}, {"chat": 2, "text": "b"}, {"chat": 1, "text": "c"})

    assert [one["text"] for one in answers] == [
        "message a after nothing",
        "message b after nothing",
        "message c after message a",
    ]


def test_not_knowing_is_not_answering() -> None:
    [answer] = talk({"chat": 1, "text": "unknown"})

    assert answer["answered"] is False


def test_silence_is_null() -> None:
    silent: dict[str, Any] = {
        "text": "",
        "answered": None,
        "buttons": [],
        "photo": None,
        "sources": [],
    }

    answers = talk(
        {"chat": 1, "type": "group", "text": "hello all"},
        {"chat": 1, "type": "group", "text": "/gold@another_bot"},
        {"chat": 1, "type": "group", "text": "/gold"},
    )

    assert answers[:2] == [{"chat": 1, **silent}] * 2
    assert answers[2]["text"] == "command gold after nothing"


def test_members_of_a_group_are_told_apart() -> None:
    answers = talk(
        {"chat": 1, "type": "group", "user": 5, "text": "/gold"},
        {"chat": 1, "type": "group", "user": 6, "text": "/help"},
        {"chat": 1, "type": "group", "user": 5, "text": "/help"},
    )

    assert [one["text"] for one in answers] == [
        "command gold after nothing",
        "command help after nothing",
        "command help after command gold",
    ]


def test_buttons_are_pressed_by_their_data() -> None:
    answers = talk(
        {"chat": 1, "text": "who?"},
        {"chat": 1, "press": "why:1"},
        {"chat": 1, "press": "gone:long:ago"},
        {"chat": 2, "press": "never:said:anything"},
    )

    assert [one["text"] for one in answers[1:]] == [
        "press why:1 after message who?",
        "press gone:long:ago after press why:1",
        "press never:said:anything after nothing",
    ]


def test_several_messages_are_joined_by_a_line_break() -> None:
    engine = FakeEngine(replies={"?": Reply("<b>word</b> " * 1000, True, "en")})

    [answer] = talk({"chat": 1, "text": "?"}, engine=engine)

    assert answer["text"].split() == ["word"] * 1000
    assert answer["text"].count("\n") == 1


def test_tags_are_resolved() -> None:
    engine = FakeEngine(replies={"?": Reply("<i>a</i> &lt; <b>b</b>", True, "en")})

    assert talk({"chat": 1, "text": "?"}, engine=engine)[0]["text"] == "a < b"


def test_buttons_keep_their_rows() -> None:
    rows = ((Button("A", "a"), Button("B", "b")), (Button("C", "c"),))
    engine = FakeEngine(replies={"?": Reply("x", True, "en", rows)})

    [answer] = talk({"chat": 1, "text": "?"}, engine=engine)

    assert [[one["data"] for one in row] for row in answer["buttons"]] == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    "line",
    [
        b"{not json",
        b"",
        b"\n",
        b"[]",
        b"7",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        {"text": "no chat"},
        {"chat": "7", "text": "x"},
        {"chat": 7.5, "text": "x"},
        {"chat": True, "text": "x"},
        {"chat": None, "text": "x"},
        {"chat": 10**30, "text": "x"},
        {"chat": 7, "text": 5},
        {"chat": 7, "text": ["x"]},
        {"chat": 7, "press": 5},
        {"chat": 7, "text": "x", "user": "ada"},
        {"chat": 7, "text": "x", "type": "channel"},
        {"chat": 7, "text": "x", "language_code": 1},
        {"chat": 7},
        {"chat": 7, "text": "x", "press": "y"},
    ],
)
def test_a_line_that_cannot_be_served_gets_an_error_and_the_next_is_served(
    line: bytes | dict[str, Any],
) -> None:
    wrong, right = talk(line, {"chat": 7, "text": "x"})

    assert list(wrong) == ["error"]
    assert wrong["error"]
    assert right["text"] == "message x after nothing"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\x00", "\u200b", "🥇" * 50, "\u202eabc", "x" * 4096, "я" * 9000, "\ud800"],
)
def test_strange_texts_are_answered(text: str) -> None:
    [answer] = talk({"chat": 7, "text": text})

    assert answer["answered"] is True
    assert answer["text"].startswith("message")


@pytest.mark.parametrize("chat", [0, -5, 1, 2**40, -(10**12)])
def test_any_number_may_name_a_chat(chat: int) -> None:
    private, group = talk(
        {"chat": chat, "text": "x"}, {"chat": chat, "type": "group", "text": "/gold"}
    )

    assert (private["chat"], private["text"]) == (chat, "message x after nothing")
    assert (group["chat"], group["text"]) == (chat, "command gold after nothing")


def test_trouble_is_no_answer() -> None:
    [answer] = talk({"chat": 1, "text": "boom"})

    assert (answer["text"], answer["answered"]) == (TROUBLE, False)


def test_hundreds_of_messages_a_second() -> None:
    lines = [{"chat": number % 50, "text": f"question {number}"} for number in range(300)]
    begin = time.perf_counter()

    assert len(talk(*lines)) == 300

    # A slow machine under load is given ten times what it takes.
    assert time.perf_counter() - begin < 3
