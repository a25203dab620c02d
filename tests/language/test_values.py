"""Numbers as people write them, with what they are of."""

from __future__ import annotations

import pytest

from bot.answers.engine import Engine
from tests.asking import query_of

VALUES = [
    ("en", "judo 48 kg", "card sport sport=judo weight=48"),
    ("en", "judo -48", "card sport sport=judo weight=-48"),
    ("en", "judo +90 men", "card sport sport=judo weight=+90 gender=men"),
    ("en", "judo over 90 kg", "card sport sport=judo weight=+90"),
    ("en", "up to 73 kg judo", "card sport sport=judo weight=-73"),
    ("en", "powerlifting u73", "card sport sport=powerlifting weight=-73"),
    ("en", "in the 73s judo", "card sport sport=judo weight=73"),
    ("en", "judo under 60 kilos", "card sport sport=judo weight=-60"),
    ("en", "100m", "card event distance=100"),
    ("en", "100 metres women", "card event distance=100 gender=women"),
    ("en", "100 m breaststroke", "card event discipline=breaststroke distance=100"),
    ("en", "1500 meters T54", "card event class=T54 distance=1500"),
    ("en", "t54", "card class class=T54"),
    ("en", "sb-13", "card class class=SB13"),
    ("en", "class J2", "card class class=J2"),
    ("en", "PTVI triathlon", "card class sport=triathlon class=PTVI"),
    ("en", "medals on 4 September", "list athlete medal=any day=09-04"),
    ("en", "medals on September 4", "list athlete medal=any day=09-04"),
    ("en", "medals on Sept 4th", "list athlete medal=any day=09-04"),
    ("en", "medals on the 4th of September", "list athlete medal=any day=09-04"),
    ("en", "medals on 04.09", "list athlete medal=any day=09-04"),
    ("en", "medals on 2024-09-04", "list athlete medal=any day=09-04"),
    ("en", "188 kg", "number medal number=188"),
    ("en", "247.7", "number medal number=247.7"),
    ("en", "1:04.83", "number medal number=64.83"),
    ("en", "64.83", "number medal number=64.83"),
    ("en", "16.00 m", "number medal number=16.00"),
    ("en", "39", "number medal number=39"),
    ("en", "39th", "number medal number=39"),
    ("en", "44", "number medal number=44"),
    ("en", "9 medals?", "count medal medal=any number=9 yes-no"),
    ("en", "two gold medals?", "count medal medal=gold number=2 yes-no"),
    ("en", "forty four athletes?", "count athlete number=44 yes-no"),
    ("en", "medals in 2020", "card medal games=tokyo-2020 medal=any"),
    ("en", "medals in 1996", "card medal games=atlanta-1996 medal=any"),
    ("en", "medals in 2021", "card medal games=tokyo-2020 medal=any"),
    ("en", "medals in 2019", "card medal games=year:2019 medal=any"),
    ("ru", "дзюдо до 48 килограмм", "card sport sport=judo weight=-48"),
    ("ru", "дзюдо -48", "card sport sport=judo weight=-48"),
    ("ru", "свыше 90 кг дзюдо", "card sport sport=judo weight=+90"),
    ("ru", "дзюдо +90", "card sport sport=judo weight=+90"),
    ("ru", "100 м брасс", "card event discipline=breaststroke distance=100"),
    ("ru", "т54", "card class class=T54"),
    ("ru", "класс J2", "card class class=J2"),
    ("ru", "медали четвертого сентября", "list athlete medal=any day=09-04"),
    ("ru", "медали 4 сентября", "list athlete medal=any day=09-04"),
    ("ru", "медали 4-го сентября", "list athlete medal=any day=09-04"),
    ("ru", "медали 04.09", "list athlete medal=any day=09-04"),
    ("ru", "188 кг", "number medal number=188"),
    ("ru", "247,7", "number medal number=247.7"),
    ("ru", "1:04,83", "number medal number=64.83"),
    ("ru", "39 место", "rank npc number=39"),
    ("kk", "48 кг дейін дзюдо", "card sport sport=judo weight=-48"),
    ("kk", "90 келіден жоғары дзюдо", "card sport sport=judo weight=+90"),
    ("kk", "100 метр брасс", "card event discipline=breaststroke distance=100"),
    ("kk", "4 қыркүйек медальдары", "list athlete medal=any day=09-04"),
    ("kk", "188 келі", "number medal number=188"),
    ("kk", "T54 класы", "card class class=T54"),
]


@pytest.mark.parametrize(("language", "text", "query"), VALUES)
def test_a_number_is_read_by_what_stands_around_it(
    engine: Engine, language: str, text: str, query: str
) -> None:
    assert query_of(engine, text, language) == query


@pytest.mark.parametrize("code", ["T99", "SH9", "BC9", "K99", "PR9", "PTS9", "LW99", "WH9", "VL9"])
def test_a_class_that_no_result_has_is_a_class_all_the_same(engine: Engine, code: str) -> None:
    assert f"class={code}" in query_of(engine, f"who won gold in {code}", "en")


def test_every_class_is_read_as_itself(engine: Engine) -> None:
    events = engine.store.facts.events.values()
    codes = {code for event in events for code in event.classes}
    lettered = {
        code for code in codes if code[0].isalpha() and code[-1].isdigit() and code.isalnum()
    }
    spelt = {code: query_of(engine, f"class {code}", "en") for code in lettered}

    # "F1" is a car race to most people, and "W1" a discipline of archery too
    assert {c: q for c, q in spelt.items() if f"class={c}" not in q.split(" ")}.keys() <= {
        "F1",
        "W1",
    }


@pytest.mark.parametrize("text", ["8.1:04.83", "1:2:3:4", "1,5:0", ":"])
def test_what_is_no_number_is_read_as_none(engine: Engine, text: str) -> None:
    assert "number=" not in query_of(engine, text, "en")
