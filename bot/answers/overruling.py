"""When the referee has the word over the answer to a question.

A question may be read past a word that it has no use for, and its "yes" or "no" with it; a claim
may not. So where the stricter reading contradicts, it is the one to believe.
"""

from __future__ import annotations

from bot.answers.judging.ruling import Truth
from bot.answers.referee import Judgement
from bot.answers.speaker import Speaker
from bot.answers.text import plain

_BARE = 2


def says(html: str, speaker: Speaker) -> Truth | None:
    """Whether a reply says yes or no, at the beginning of a line; None where neither."""
    for line in plain(html).splitlines():
        for key, truth in (("yes", Truth.TRUE), ("no", Truth.FALSE)):
            word = speaker.say(key)
            if line.startswith(word) and not line[len(word) : len(word) + 1].isalpha():
                return truth
    return None


def bare(html: str) -> bool:
    """Whether a reply is a word and its source, with no fact."""
    return len(html.splitlines()) <= _BARE


def overrules(
    judgement: Judgement, said: Truth | None, *, asked: bool, plain: bool = False
) -> bool:
    """Whether a verdict is to be given in place of the answer that says yes, no or neither.

    Where a verdict is ``asked`` for and there is none, a yes or no to something near would be
    taken for one. ``plain``: the answer tells no fact beside its yes or no.
    """
    if asked:
        return said is not None
    if not judgement.yes_or_no:
        return False
    if judgement.fought:
        return judgement.truth is not said
    if said is Truth.FALSE and judgement.truth is Truth.OPEN:
        return judgement.unheld
    if plain and said is Truth.FALSE is judgement.truth:
        return True
    contrary = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(judgement.truth)
    return contrary is not None and (said is contrary or (said is None and judgement.exact))
