"""Follow-ups: a message that leans on the turn before, completed from it."""

from __future__ import annotations

from collections.abc import Callable

from bot.facts.model import Facts
from bot.facts.query import Query
from bot.language.dialogue import Dialogue
from bot.language.followup.contests import (
    about_there,
    at_those_games,
    beaten_there,
    in_that_contest,
    in_the_sport,
    next_place,
    of_that_time,
    of_these,
    same_games,
    the_other_end,
)
from bot.language.followup.fragments import instead, the_names
from bot.language.followup.persons import about_person, of_the_person
from bot.language.followup.teams import about_subject, about_team, compared_anew, compared_with_us
from bot.language.followup.turn import Turn
from bot.language.frame import Frame


def lean(
    query: Query, frame: Frame, dialogue: Dialogue, now: float, facts: Facts
) -> tuple[Query, bool]:
    """The query completed from the last turn, and whether it was.

    A message that names its subject and asks its question stands alone, whatever came before.
    """
    if not dialogue.fresh(now) or dialogue.query is None:
        return query, False
    turn = Turn(query, frame, dialogue, dialogue.query, facts)
    for rule in _RULES:
        found = rule(turn)
        if found is not None:
            return found, True
    return query, False


_RULES: tuple[Callable[[Turn], Query | None], ...] = (
    next_place,
    beaten_there,
    the_other_end,
    of_these,
    of_that_time,
    compared_anew,
    compared_with_us,
    about_subject,
    in_that_contest,
    in_the_sport,
    about_there,
    about_team,
    about_person,
    of_the_person,
    the_names,
    same_games,
    instead,
    at_those_games,
)
