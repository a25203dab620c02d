from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot.telegram_app.logs import Redacting, redactor

TOKEN = "123456:AAFakeFakeFakeFakeFakeFakeFakeFake_-1"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(Redacting(redactor(TOKEN)))
    log = logging.getLogger("altyn-test")
    log.propagate = False
    log.addHandler(handler)
    yield out
    log.removeHandler(handler)


def test_a_token_in_a_message_or_its_arguments_is_masked(written: io.StringIO) -> None:
    logging.getLogger("altyn-test").error("POST %s", f"https://x/bot{TOKEN}/getMe")

    assert written.getvalue() == "POST https://x/bot[token]/getMe\n"


def test_a_token_in_a_traceback_is_masked(written: io.StringIO) -> None:
    try:
        raise ValueError(f"The token `{TOKEN}` was rejected")
    except ValueError:
        logging.getLogger("altyn-test").exception("refused")

    assert TOKEN not in written.getvalue()
    assert "ValueError: The token `[token]` was rejected" in written.getvalue()


def test_a_token_in_a_chained_traceback_is_masked(written: io.StringIO) -> None:
    try:
        try:
            raise ValueError(TOKEN)
        except ValueError as cause:
            raise RuntimeError("outer") from cause
    except RuntimeError:
        logging.getLogger("altyn-test").warning("x", exc_info=True, stack_info=True)

    assert TOKEN not in written.getvalue()


def test_other_tokens_are_masked_by_their_shape() -> None:
    other = "987654321:" + "b" * 35

    assert redactor()(f"bot{other.replace(':', '%3A')} {other}") == "bot[token] [token]"


def test_what_merely_looks_similar_stays() -> None:
    assert redactor()("at 12:30, 2024:text") == "at 12:30, 2024:text"


def test_formatting_mistakes_do_not_hide_the_record(written: io.StringIO) -> None:
    logging.getLogger("altyn-test").error("100% sure")

    assert written.getvalue() == "100% sure\n"
