"""/athlete, /sport and the list of Games: choosing without typing a name."""

from __future__ import annotations

import pytest

from bot.local.seen import Seen
from tests.conversations.phone import Phone, labels
from tests.telegram_app.stage import Stage

MEDALLISTS = {"en": "David Degtyarev", "ru": "Давид Дегтярёв", "kk": "Давид Дегтярев"}
SOUGHT = {"en": "Dayana Fedossova", "ru": "Даяна Федосова", "kk": "Нұрдәулет Жұмағали"}
CYRILLIC = {
    "ru": set("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    "kk": set("АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЫІЭЮЯ"),
}
MOST_ROWS, MOST_IN_ROW = 10, 8


async def turned(phone: Phone, page: Seen, label: str) -> Seen:
    """The page of a list that has a button."""
    while label not in labels(page):
        page = await phone.press(page, phone.word("button-next"))
    return page


async def test_our_medallists_come_first_and_a_card_opens_below(phone: Phone) -> None:
    listed = await phone.say("/athlete")
    name = MEDALLISTS[phone.language]
    assert labels(listed)[0] == name

    card = await phone.press(listed, name)

    assert name in card.text
    assert [one.message_id for one in await phone.all()] == [listed.message_id, card.message_id]


@pytest.mark.parametrize("way", ["browse-by-sport", "browse-by-letter", "browse-by-country"])
async def test_lists_change_in_place_and_lead_back(phone: Phone, way: str) -> None:
    first = await phone.say("/athlete")

    there = await phone.press(first, phone.word(way))
    assert (there.message_id, there.text != first.text) == (first.message_id, True)

    back = await phone.press(there, phone.word("browse-back"))

    assert (back.message_id, back.text, labels(back)) == (
        first.message_id, first.text, labels(first)
    )  # fmt: skip


async def test_an_athlete_is_found_by_the_letters_of_the_surname(phone: Phone) -> None:
    name = SOUGHT[phone.language]
    surname = name.split()[1]
    page = await phone.press(await phone.say("/athlete"), phone.word("browse-by-letter"))
    for size in range(1, len(surname)):
        if surname[:size] in labels(page):
            page = await phone.press(page, surname[:size])

    page = await turned(phone, page, name)
    card = await phone.press(page, name)

    assert card.text.startswith(name)


async def test_letters_are_those_of_the_chats_own_alphabet(phone: Phone) -> None:
    page = await phone.press(await phone.say("/athlete"), phone.word("browse-by-letter"))
    letters = [label for label in labels(page) if len(label) == 1]

    if phone.language == "en":
        assert letters == sorted(letters)
        assert set(letters) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return
    assert set(letters) <= CYRILLIC[phone.language]
    assert ("Ғ" in letters) is (phone.language == "kk")
    latin = await phone.press(page, phone.word("browse-latin"))
    assert [one for one in labels(latin) if len(one) == 1][:3] == ["A", "B", "C"]


async def test_athletes_by_sport_begin_with_ours_and_go_on_to_all(phone: Phone) -> None:
    sports = await phone.press(await phone.say("/athlete"), phone.word("browse-by-sport"))
    judo = {"en": "Para judo", "ru": "Дзюдо", "kk": "Пара дзюдо"}[phone.language]

    ours = await phone.press(sports, judo)
    first = {"en": "Akmaral Nauatbek", "ru": "Акмарал Науатбек", "kk": "Ақмарал Науатбек"}
    assert labels(ours)[0] == first[phone.language]

    everybody = await phone.press(ours, phone.word("button-all"))
    assert len([label for label in labels(everybody) if len(label) == 1]) > 10


async def test_countries_begin_with_ours(phone: Phone) -> None:
    listed = await phone.press(await phone.say("/athlete"), phone.word("browse-by-country"))
    home = {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}[phone.language]
    assert labels(listed)[0] == home

    page = await phone.press(listed, home)

    assert home in page.text
    assert len(labels(page)) >= 5


async def test_sports_begin_with_ours_and_go_to_all_others(phone: Phone, stage: Stage) -> None:
    store = stage.engine.store
    ours = store.sports_at(store.facts.current, store.facts.home)
    speaker = stage.engine.speakers[phone.language]
    page = await phone.say("/sport")
    shown = labels(page)
    while phone.word("button-next") in labels(page):
        page = await phone.press(page, phone.word("button-next"))
        shown += labels(page)

    names = [str(speaker.sport_title(sport)) for sport in ours]
    turns = {phone.word("button-next"), phone.word("button-previous")}
    assert set(shown[: len(names) + 1]) - turns == set(names[: len(shown)])
    everything = {str(speaker.sport_title(sport)) for sport in store.facts.sports}
    assert set(shown) - turns == everything


async def test_other_games_are_listed_from_the_latest(phone: Phone) -> None:
    paris = await phone.say("/games")

    listed = await phone.press(paris, phone.word("button-games"))

    assert listed.message_id != paris.message_id
    years = [int(label.split()[-1]) for label in labels(listed) if label[-1].isdigit()]
    assert years == sorted(years, reverse=True)
    tokyo = next(label for label in labels(listed) if label.endswith("2020"))
    card = await phone.press(listed, tokyo)
    assert tokyo in card.text


async def test_no_list_is_longer_than_a_screen(phone: Phone) -> None:
    """Every list that is two presses away, and what stands on its buttons."""
    seen: set[str] = set()
    for command in ("/athlete", "/sport"):
        first = await phone.say(command)
        for way in [one.data for one in first.flat_buttons if one.data[1] == "b"]:
            phone.tap(first, way, stale=True)
            page = await phone.last()
            for data in [one.data for one in page.flat_buttons if one.data[1] == "b"][::9]:
                phone.tap(page, data, stale=True)
                inner = await phone.last()
                seen.add(inner.text)
                assert len(inner.buttons) <= MOST_ROWS
                assert max(map(len, inner.buttons)) <= MOST_IN_ROW
                assert len(set(labels(inner))) == len(labels(inner))
                assert all(any(map(str.isalpha, label)) for label in labels(inner))

    assert len(seen) > 5
