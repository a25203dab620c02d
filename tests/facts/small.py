"""A small store, sound as it stands, into which tests plant faults."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "store.yaml": """\
home: KAZ
current: paris-2024
""",
    "sources.yaml": """\
sources:
  results:
    title: Official results
    publisher: The organisers
    as_of: 2024-09-08
    url: https://example.org/results
  press:
    title: A report
    publisher: A newspaper
    as_of: 2024-09-09
""",
    "sports.yaml": """\
sources: [results]
sports:
  judo:
    names: {en: Para judo, ru: Дзюдо, kk: Пара дзюдо}
    short: {en: judo, ru: дзюдо, kk: дзюдо}
    inside: {en: in para judo, ru: в дзюдо, kk: дзюдодан}
    bronzes: 2
  volleyball:
    names: {en: Sitting volleyball, ru: Волейбол сидя, kk: Волейбол}
    short: {en: volleyball, ru: волейбол сидя, kk: волейбол}
    inside: {en: in volleyball, ru: в волейболе сидя, kk: волейболдан}
  swimming:
    names: {en: Para swimming, ru: Плавание, kk: Пара жүзу}
    short: {en: swimming, ru: плавание, kk: жүзу}
    inside: {en: in para swimming, ru: в плавании, kk: жүзуден}
    disciplines:
      breaststroke:
        names: {en: breaststroke, ru: брасс, kk: брасс}
""",
    "classifications.yaml": """\
sources: [results]
classifications:
  J2:
    sport: judo
    text: {en: Partial sight., ru: Слабовидящие., kk: Нашар көретіндер.}
  SB13:
    sport: swimming
    text: {en: Impaired vision., ru: Слабое зрение., kk: Нашар көру.}
""",
    "delegations.yaml": """\
sources: [results]
delegations:
  KAZ:
    iso: KZ
  FRA:
    iso: FR
  NPA:
    names: {en: Neutral athletes, ru: Нейтральные, kk: Бейтараптар}
""",
    "athletes/KAZ.yaml": """\
npc: KAZ
sources: [results]
athletes:
  akmaral-nauatbek:
    names: {en: Akmaral Nauatbek, ru: Акмарал Науатбек}
    official: NAUATBEK Akmaral
    gender: women
    born: 1999-01-08
  nurdaulet-zhumagali:
    names: {en: Nurdaulet Zhumagali, ru: Нурдаулет Жумагали}
    official: ZHUMAGALI Nurdaulet
    gender: men
    aliases: [Nurdaulet Jumagali]
    sources: [results, press]
  berik-izmaganbetov:
    names: {en: Berik Izmaganbetov}
    official: IZMAGANBETOV Berik
    gender: men
""",
    "athletes/others.yaml": """\
sources: [results]
athletes:
  sandrine-martinet:
    npc: FRA
    names: {en: Sandrine Martinet}
    official: MARTINET Sandrine
    gender: women
""",
    "games/paris-2024/games.yaml": """\
season: summer
year: 2024
edition: 17
city: {en: Paris, ru: Париж, kk: Париж}
names: {en: Paris 2024, ru: Париж-2024, kk: Париж-2024}
country: FRA
opened: 2024-08-28
closed: 2024-09-08
entries_known: [KAZ]
sources: [results]
venues:
  champ-de-mars:
    names: {en: Champ de Mars, ru: Марсово поле, kk: Марс алаңы}
    sports: [judo]
""",
    "games/paris-2024/standings.yaml": """\
sources: [results]
standings:
  - {npc: FRA, rank: 1, gold: 19, silver: 28, bronze: 28, athletes: 240, men: 157, women: 83}
  - {npc: NPA, gold: 10, silver: 0, bronze: 0}
  - {npc: KAZ, rank: 39, gold: 1, silver: 1, bronze: 0, athletes: 3, men: 2, women: 1}
""",
    "games/paris-2024/events/judo.yaml": """\
sport: judo
sources: [results]
events:
  judo-w-48-j2:
    name: Women's -48 kg J2
    gender: women
    classes: [J2]
    weight: "-48 kg"
    bronzes: 0
    date: 2024-09-05
    results:
      - medal: gold
        npc: KAZ
        athlete: akmaral-nauatbek
        bouts:
          - {stage: final, opponent: sandrine-martinet, won: true}
        sources: [results, press]
      - {medal: silver, npc: FRA, athlete: sandrine-martinet}
""",
    "games/paris-2024/events/swimming.yaml": """\
sport: swimming
sources: [results]
events:
  swimming-m-100-breaststroke-sb13:
    name: Men's 100m Breaststroke - SB13
    gender: men
    discipline: breaststroke
    distance: 100
    classes: [SB13]
    irregular: The others are not in this small store.
    date: 2024-09-05
    results:
      - medal: silver
        npc: KAZ
        athlete: nurdaulet-zhumagali
        mark: "1:04.83"
        date: 2024-09-04
""",
    "games/paris-2024/events/volleyball.yaml": """\
sport: volleyball
sources: [results]
events:
  volleyball-m:
    name: Men
    gender: men
    team: true
    date: 2024-09-06
    results:
      - place: 5
        npc: KAZ
        athletes: [berik-izmaganbetov]
        bouts:
          - {stage: pool, opponent: FRA, won: true, score: "3:0", date: 2024-08-29}
""",
    "games/paris-2024/claims.yaml": """\
sources: [press]
claims:
  record-old:
    kind: record
    athletes: [akmaral-nauatbek]
    text: {en: An old record., ru: Старый рекорд., kk: Ескі рекорд.}
  record-zhumagali:
    kind: record
    npc: KAZ
    athletes: [nurdaulet-zhumagali]
    event: swimming-m-100-breaststroke-sb13
    value: 64.83
    lead: true
    text: {en: A record., ru: Рекорд., kk: Рекорд.}
    statements:
      - {value: "1:04.83", sources: [results]}
""",
}

EVENTS = "games/paris-2024/events"
STANDINGS = "games/paris-2024/standings.yaml"
CLAIMS = "games/paris-2024/claims.yaml"
GAMES = "games/paris-2024/games.yaml"


def write_small(folder: Path) -> Path:
    """The small store, written into ``folder``."""
    data = folder / "data"
    for name, text in FILES.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return data


def replace(data: Path, name: str, old: str, new: str) -> int:
    """Put ``new`` in the place of ``old`` in a file; the line on which ``new`` begins."""
    path = data / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
