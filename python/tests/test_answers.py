"""Answers of the program, as frames."""

from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame

import minhbach

FOREST = DataFrame(
    {"y": [1.0, 2.0, 4.0, 5.5, 7.0, 8.0], "a": [1, 2, 3, 4, 5, 6], "b": [2, 1, 4, 3, 6, 4]}
)


def test_scores_are_a_frame_of_every_province_with_types_that_fit() -> None:
    scores = minhbach.score(year=2019)
    assert len(scores) == 63
    assert scores.loc[0, "province"] == "An Giang"
    assert scores.dtypes["rank"] == "int64"
    assert scores.dtypes["score"] == "float64"
    assert pd.api.types.is_string_dtype(scores.dtypes["province"])
    assert scores.attrs["settings"] == {
        "command": "score",
        "subindex": "transparency",
        "year": 2019,
    }


def test_a_frame_stands_where_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "forest.csv"
    FOREST.to_csv(path, index=False)
    by_frame = minhbach.regress(table=FOREST, response="y", regressors=["a", "b"])
    by_path = minhbach.regress(table=path, response="y", regressors="a,b")
    pd.testing.assert_frame_equal(by_frame, by_path)
    assert list(by_frame["term"]) == ["(Intercept)", "a", "b"]


def test_an_unknown_province_is_a_usage_error_in_the_words_of_the_program() -> None:
    with pytest.raises(minhbach.UsageError, match="Atlantis"):
        minhbach.profile("Atlantis", year=2017)
