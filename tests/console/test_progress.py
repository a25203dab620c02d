from __future__ import annotations

import io

import pytest

from bot.console.progress import drawn, watch


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_grows_and_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    with watch(200) as step:
        step(100)
        half = screen.getvalue()
        step(100)

    assert "[....." in half
    assert half.endswith("50 %")
    assert "100 %" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_it_is_wiped_when_reading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    with pytest.raises(ValueError), watch(200):
        raise ValueError

    assert screen.getvalue().endswith("\r\x1b[K")


def test_it_is_drawn_only_when_it_looks_different(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    with watch(100_000) as step:
        for _ in range(1000):
            step(100)

    assert screen.getvalue().count(" %") == 101


def test_nobody_at_the_terminal_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)

    with watch(200) as step:
        step(200)

    assert screen.getvalue() == ""


@pytest.mark.parametrize("columns", [1, 20, 30, 80, 300])
def test_the_bar_never_wraps(columns: int) -> None:
    assert len(drawn(100, columns).removeprefix("\r\x1b[K")) < max(columns, 2)
