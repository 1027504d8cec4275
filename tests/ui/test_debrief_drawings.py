"""Bars and trust charts: they fit the room there is, agree with the words beside them, and leave out nothing that matters."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.samples.debrief import DEBRIEF, LEVELS, TRUST
from trainer.report.debrief.values import ThemeResult, TrustResult, TrustStep
from trainer.ui.widgets.bars import bars
from trainer.ui.widgets.trust_chart import EIGHTHS, LOST, ROWS, chart, trust_lines

VALUES = st.lists(st.integers(0, 100), min_size=2, max_size=90)
AXIS = len("trusting ") + 1
"""Columns left of the first reply."""


def trusted(values: list[int]) -> TrustResult:
    steps = tuple(TrustStep(turn, value, value - before) for turn, (before, value) in enumerate(pairwise(values)))
    return replace(TRUST[0], start=values[0], steps=steps)


def rows(trust: TrustResult, width: int, lost_at: int | None = None) -> list[str]:
    return chart(trust, 0, LEVELS, lost_at, width).plain.split("\n")


@given(VALUES, st.integers(20, 120))
def test_a_chart_is_as_high_as_there_are_words_and_no_wider_than_its_room(values: list[int], width: int) -> None:
    drawn = rows(trusted(values), width)
    assert len(drawn) == ROWS + 1
    assert max(cell_len(row) for row in drawn[:ROWS]) <= width


@given(VALUES)
def test_the_last_column_ends_in_the_row_of_the_word_for_it(values: list[int]) -> None:
    drawn = rows(trusted(values), 120)
    word = next(word for least, word in LEVELS if values[-1] >= least)
    highest = next(row for row in drawn if row[-1] in EIGHTHS[1:])
    assert highest.split("│")[0].strip() == word


@given(VALUES, st.data())
def test_the_reply_that_cost_most_is_marked_once_however_many_there_are(values: list[int], data: st.DataObject) -> None:
    lost_at = data.draw(st.integers(0, len(values) - 2))
    drawn = rows(trusted(values), 40, lost_at)
    assert "".join(drawn).count(LOST) == 1


@given(VALUES)
def test_more_trust_is_never_drawn_lower(values: list[int]) -> None:
    values = sorted(values)
    drawn = rows(trusted(values), AXIS + len(values))
    columns = [sum(EIGHTHS.index(row[at]) for row in drawn[:ROWS]) for at in range(AXIS, len(drawn[0]))]
    assert columns == sorted(columns)


def test_numbers_stand_under_their_replies_and_clear_of_each_other() -> None:
    drawn = rows(trusted([50] * 26), AXIS + 26)
    assert drawn[-1][AXIS + 1] == "1"
    assert all(drawn[-1][AXIS + int(number)] == number[0] for number in drawn[-1].split()[1:])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.text(max_size=40), st.integers(30, 120))
def test_bars_fit_their_room_and_carry_the_figure(shares: list[float], label: str, width: int) -> None:
    label = label.replace("\n", " ")
    lines = bars([ThemeResult(label, share) for share in shares], width).split("\n")
    for line, share in zip(lines, shares, strict=True):
        assert cell_len(line.plain) <= width
        assert line.plain.endswith(f"{round(share * 100)} %")


def test_a_fuller_theme_has_the_longer_bar() -> None:
    drawn = [line.plain.count("━") for line in bars([ThemeResult("x", share / 10) for share in range(11)], 60).split("\n")]
    assert drawn == sorted(drawn)
    assert drawn[0] == 0 < drawn[-1]


def test_a_line_of_trust_says_by_a_sign_which_way_it_went() -> None:
    lines = trust_lines(DEBRIEF.trust, (0, 1, 2), 32).plain.split("\n")
    assert [line.split()[:3] for line in lines] == [["PM", "↓", "wary"], ["EM", "↑", "reserved"], ["Sales", "=", "reserved"]]
