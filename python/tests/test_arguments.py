"""Python values as words of a command line."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas import DataFrame

from minhbach._arguments import CommandLine, write


def words(folder: Path, **options: object) -> list[str]:
    line = CommandLine("do", folder)
    line.add_options({f"--{name}": value for name, value in options.items()})
    return line.words[1:]


def written(frame: DataFrame, folder: Path) -> str:
    write(frame, folder / "it.csv")
    return (folder / "it.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, []),
        (False, []),
        (np.False_, []),
        (True, ["--it"]),
        (np.True_, ["--it"]),
        (2017, ["--it=2017"]),
        (np.int64(2017), ["--it=2017"]),
        (0, ["--it=0"]),
        (0.1, ["--it=0.1"]),
        (-1.5, ["--it=-1.5"]),
        ("Đắk Nông", ["--it=Đắk Nông"]),
        (Path("/a b"), ["--it=/a b"]),
        (["a", "lag(b, 2)"], ["--it=a,lag(b, 2)"]),
        ((1, 10), ["--it=1,10"]),
        (pd.Index(["a", "b"]), ["--it=a,b"]),
        ([], []),
        ({"Tỉnh": "province", "Năm": "year"}, ["--it=Tỉnh=province", "--it=Năm=year"]),
    ],
)
def test_a_value_becomes_words(tmp_path: Path, value: object, expected: list[str]) -> None:
    assert words(tmp_path, it=value) == expected


def test_arguments_stand_behind_options_and_may_begin_with_a_hyphen(tmp_path: Path) -> None:
    line = CommandLine("scenario new", tmp_path)
    line.add_options({"--year": 2017})
    line.add_arguments({"files": ["-a", Path("b")], "province": None})
    assert line.words == ["scenario", "new", "--year=2017", "--", "-a", "b"]


def test_frames_become_files_named_after_their_options(tmp_path: Path) -> None:
    one = DataFrame({"a": [1]})
    line = CommandLine("check", tmp_path)
    line.add_options({"--table": one})
    line.add_arguments({"files": [one, one]})
    paths = [str(tmp_path / name) for name in ("table.csv", "files.csv", "files-2.csv")]
    assert line.words == ["check", f"--table={paths[0]}", "--", *paths[1:]]


def test_an_index_is_written_only_if_it_has_a_name(tmp_path: Path) -> None:
    plain = DataFrame({"a": [1.5, 2.5]}, index=[7, 8])
    assert written(plain, tmp_path) == "a\n1.5\n2.5\n"
    named = plain.rename_axis("unit")
    assert written(named, tmp_path) == "unit,a\n7,1.5\n8,2.5\n"


def test_numbers_keep_every_digit_and_gaps_stay_gaps(tmp_path: Path) -> None:
    value = 0.1 + 0.2
    frame = DataFrame(
        {"a": [value, None], "b": pd.array([1, None], dtype="Int64"), "c": [True, False]}
    )
    assert written(frame, tmp_path) == f"a,b,c\n{value!r},1,1\n,,0\n"


def test_days_are_written_as_days(tmp_path: Path) -> None:
    days = DataFrame({"date": pd.to_datetime(["2019-06-01", "2019-12-31"])})
    assert written(days, tmp_path) == "date\n2019-06-01\n2019-12-31\n"


def test_a_frame_given_is_not_changed(tmp_path: Path) -> None:
    frame = DataFrame({"a": [True, False]}, index=pd.Index(["x", "y"], name="unit"))
    before = frame.copy()
    write(frame, tmp_path / "it.csv")
    pd.testing.assert_frame_equal(frame, before)


def test_headings_of_several_levels_are_refused(tmp_path: Path) -> None:
    frame = DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]))
    with pytest.raises(TypeError, match="one row of headings"):
        write(frame, tmp_path / "it.csv")
