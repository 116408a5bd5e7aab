"""Types of an answer's columns."""

import json
import math
from typing import Any

import pandas as pd
import pytest

from minhbach._frames import frame


def column(*values: Any) -> "pd.Series[Any]":
    content = {"settings": {}, "notes": [], "rows": [{"it": value} for value in values]}
    return frame(json.dumps(content).encode())["it"]


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ((1, 2), "int64"),
        ((1, None), "Int64"),
        ((1, 2.5), "float64"),
        ((None, 2.5), "float64"),
        ((1, "inf"), "float64"),
        ((2**63, 1), "float64"),
        ((-(2**63) + 1, 1), "int64"),
        ((None, None), "float64"),
        ((True, False), "bool"),
        ((True, None), "boolean"),
        ((1, True), "object"),
        ((1, "one"), "object"),
    ],
)
def test_a_column_has_the_type_of_what_is_in_it(values: tuple[Any, ...], dtype: str) -> None:
    assert str(column(*values).dtype) == dtype


def test_text_is_text_with_its_gaps() -> None:
    names = column("Đắk Nông", None, "inf")
    assert pd.api.types.is_string_dtype(names) or names.dtype == object
    assert list(names.isna()) == [False, True, False]
    assert names[2] == "inf"


def test_infinities_are_numbers_among_numbers() -> None:
    assert list(column(1.5, "inf", "-inf")) == [1.5, math.inf, -math.inf]


def test_an_answer_without_rows_keeps_its_notes() -> None:
    empty = frame(b'{"settings": {"year": 2019}, "notes": ["Nothing."], "rows": []}')
    assert len(empty) == 0
    assert empty.attrs == {"notes": ["Nothing."], "settings": {"year": 2019}}
