"""Answers as frames."""

import json
from typing import Any

import pandas as pd
from pandas import DataFrame

_INFINITIES = {"inf": float("inf"), "-inf": float("-inf")}


def frame(answer: bytes) -> DataFrame:
    """Reads what the program writes with `--format json`.

    Whole numbers are `int64` (`Int64` where some are missing), other numbers `float64`, truth is
    `bool` (`boolean`), the rest text. `attrs` holds `notes`, a list of sentences that tell what
    the figures rest on, and `settings`, what was asked and what the answer is as a whole.
    """
    content = json.loads(answer)
    rows = content["rows"]
    names = list(rows[0]) if rows else []
    table = DataFrame({name: _column([row[name] for row in rows]) for name in names})
    table.attrs.update(notes=content["notes"], settings=content["settings"])
    return table


def _column(values: list[Any]) -> "pd.Series[Any]":
    """A column, its type told by what is there."""
    known = [value for value in values if value is not None]
    has_gaps = len(known) < len(values)
    kinds = {type(value) for value in known}
    if not known:
        return pd.Series(values, dtype="float64")
    if kinds == {bool}:
        return pd.Series(values, dtype="boolean" if has_gaps else "bool")
    if kinds == {int} and all(abs(value) < 2**63 for value in known):
        return pd.Series(values, dtype="Int64" if has_gaps else "int64")
    # JSON cannot say an infinity: the program writes it as text among numbers.
    if kinds & {int, float} and all(type(v) in (int, float) or v in _INFINITIES for v in known):
        return pd.Series([_INFINITIES.get(str(value), value) for value in values], dtype="float64")
    return pd.Series(values)
