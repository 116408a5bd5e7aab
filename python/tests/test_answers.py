"""Answers of the program, as frames."""

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
from pandas import DataFrame

import minhbach

SAMPLE = DataFrame(
    {"y": [1.0, 2.0, 4.0, 5.5, 7.0, 8.0], "a": [1, 2, 3, 4, 5, 6], "b": [2, 1, 4, 3, 6, 4]}
)


def test_scores_are_a_frame_of_every_province_with_types_that_fit() -> None:
    scores = minhbach.score(year=2019)
    assert len(scores) == 63
    assert scores.loc[0, "province"] == "An Giang"
    assert scores.dtypes["rank"] == "int64"
    assert scores.dtypes["score"] == "float64"
    assert scores.attrs["settings"] == {
        "command": "score",
        "subindex": "transparency",
        "year": 2019,
    }


def test_what_moves_a_rank_comes_with_the_notes_it_rests_on() -> None:
    drivers = minhbach.sensitivity("Đắk Nông", year=2017, method="local")
    assert len(drivers) == 12
    assert drivers.attrs["settings"]["rank"] == 53
    assert any("53" in note for note in drivers.attrs["notes"])


def test_a_target_reaches_its_rank_by_its_year() -> None:
    target = minhbach.target("Đắk Nông", year=2017, rank=40, by=2020, draws=1000)
    assert sorted(set(target["year"])) == [2018, 2019, 2020]
    assert target.attrs["settings"]["certificate"] == "optimal"
    assert (target.loc[target["year"] == 2020, "rank"] <= 40).all()


def test_notes_are_said_in_the_language_asked_for() -> None:
    english = minhbach.target("Đắk Nông", year=2017, rank=40, by=2020, draws=1000)
    vietnamese = minhbach.target("Đắk Nông", year=2017, rank=40, by=2020, draws=1000, lang="vi")
    pd.testing.assert_frame_equal(english, vietnamese)
    assert english.attrs["settings"] == vietnamese.attrs["settings"]
    assert "Đắk Nông ranks 53" in " ".join(english.attrs["notes"])
    assert "xếp hạng" in " ".join(vietnamese.attrs["notes"])


def test_a_frame_stands_where_a_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    SAMPLE.to_csv(path, index=False)
    by_frame = minhbach.regress(table=SAMPLE, response="y", regressors=["a", "b"])
    by_path = minhbach.regress(table=path, response="y", regressors="a,b")
    pd.testing.assert_frame_equal(by_frame, by_path)
    assert by_frame.attrs["settings"]["table"] == "table.csv"
    assert by_path.attrs["settings"]["table"] == str(path)
    assert list(by_frame["term"]) == ["(Intercept)", "a", "b"]


def test_coefficients_are_those_of_the_normal_equations() -> None:
    answer = minhbach.regress(table=SAMPLE, response="y", regressors=["a", "b"])
    columns = SAMPLE.assign(one=1.0)[["one", "a", "b"]].to_numpy(float)
    residuals = SAMPLE["y"] - columns @ answer["estimate"].to_numpy()
    # The residuals stand upright on every column: 6 rows of numbers below 10, to rounding.
    assert abs(columns.T @ residuals.to_numpy()).max() < 1e-12


def test_truth_and_missing_numbers_are_reckoned_with() -> None:
    table = SAMPLE.assign(a=SAMPLE["a"] > 3, b=pd.array([2, 1, None, 3, 6, 4], dtype="Int64"))
    numbers = table.assign(a=table["a"].astype(float), b=table["b"].astype(float))
    given, same = (
        minhbach.regress(table=each, response="y", regressors=["a", "b"], errors="classical")
        for each in (table, numbers)
    )
    pd.testing.assert_frame_equal(given, same)


def test_a_rule_that_was_learned_scores_as_the_one_of_the_year() -> None:
    rule = minhbach.calibrate(year=2017, as_rule=True)
    scores = minhbach.score(year=2017, rule=rule)
    pd.testing.assert_series_equal(scores["rank"], minhbach.score(year=2017)["rank"])


def test_a_plan_that_was_answered_can_be_tracked() -> None:
    plan = minhbach.plan("Đắk Nông", year=2017, rank=40, by=2020, draws=1000)
    report = DataFrame(
        {"date": pd.to_datetime(["2018-12-31"]), "indicator": ["website_use"], "value": [0.9]}
    )
    progress = minhbach.track("Đắk Nông", plan=plan, reports=report)
    assert set(progress["indicator"]) == set(plan["indicator"])
    told = progress.set_index("indicator")["status"]
    assert told["website_use"] == "reached"
    assert (told.drop("website_use") != "reached").any()


def test_a_scenario_is_filled_in_and_simulated() -> None:
    scenario = minhbach.scenario_new("Đắk Nông", year=2017, through=2018)
    scenario.loc[scenario["indicator"] == "website_use", "at_least"] = 0.9
    outlook = minhbach.simulate(scenario, rank=40, draws=1000)
    assert list(outlook["year"]) == [2018]


def test_an_index_is_made_of_frames() -> None:
    units = DataFrame({"a": [1.0, 2.0, 3.0], "b": [3.0, 3.0, 1.0]}, index=["x", "y", "z"])
    answer = minhbach.index(
        table=units.rename_axis("unit"),
        indicators=DataFrame({"code": ["a", "b"], "direction": [1, 1], "weight": [1, 1]}),
        range=(0, 1),
    )
    # Of a the scores are 0, 1/2, 1, of b 1, 1, 0; halves and quarters are exact.
    scores = dict(zip(answer["unit"], answer["score"], strict=True))
    assert scores == {"x": 0.5, "y": 0.75, "z": 0.5}


def test_files_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "thư mục"
    written = [
        minhbach.workbook("Đắk Nông", year=2017, output=folder / "index.xlsx"),
        minhbach.report("Đắk Nông", year=2017, draws=1000, output=folder / "page.html"),
        minhbach.plan("Đắk Nông", year=2017, rank=40, by=2020, document=folder / "plan.html"),
        minhbach.plan(write_template=str(folder / "template.html")),
    ]
    names = ["index.xlsx", "page.html", "plan.html", "template.html"]
    assert written == [folder / name for name in names]
    assert all(path.stat().st_size > 1000 for path in written)


def test_text_is_what_a_terminal_shows() -> None:
    shown = minhbach.text("score", year=2019, lang="vi")
    assert shown.startswith("Tính minh bạch 2019")
    assert minhbach.text("explain", "Đắk Nông", from_=2015, to=2016).startswith("Đắk Nông")
    assert minhbach.text("export", subindex="pci", format="csv").startswith("province,year,")


def test_names_pass_in_a_locale_without_them() -> None:
    script = (
        "import minhbach; frame = minhbach.profile('\\u0110\\u1eafk N\\u00f4ng', year=2017);"
        "print(ascii(frame.attrs['settings']['province']))"
    )
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = [sys.executable, "-c", script]
    ended = subprocess.run(words, env={**os.environ, **plain}, capture_output=True, check=True)
    assert ended.stdout.strip() == rb"'\u0110\u1eafk N\xf4ng'"


def test_the_package_brings_the_command_along() -> None:
    command = Path(sys.executable).parent / "minhbach"
    ended = subprocess.run([command, "--version"], capture_output=True, check=True)
    assert ended.stdout.decode().split()[0] == minhbach.__version__


def test_the_session_of_the_readme_is_what_happens() -> None:
    readme = Path(__file__).parent.parent / "README.md"
    result = doctest.testfile(str(readme), module_relative=False)
    assert result.attempted >= 10
    assert result.failed == 0
