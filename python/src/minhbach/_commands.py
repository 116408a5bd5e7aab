"""The commands as functions. Made by generate.py of what the program tells."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, overload

from pandas import DataFrame

from minhbach._arguments import File, Names, Table
from minhbach._program import answered, written

__all__ = [
    "backtest",
    "calibrate",
    "check",
    "components",
    "explain",
    "export",
    "history",
    "importance",
    "index",
    "ingest",
    "merge",
    "plan",
    "profile",
    "ranks",
    "reconcile",
    "regress",
    "report",
    "respondents",
    "robustness",
    "sampling",
    "scenario_new",
    "score",
    "select",
    "sensitivity",
    "simulate",
    "target",
    "track",
    "workbook",
]


def ingest(
    files: Table | Sequence[Table],
    *,
    store: File,
    year: int | None = None,
    replace: bool = False,
    columns: Mapping[str, str] | None = None,
    province: str | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Read published workbooks into a store.

    Reads the workbooks of 2005 to 2019 as published, all sub-indices of them, and
    tables of one's own (CSV, Stata, SPSS or the first sheet of a workbook): one figure
    a row under province, year, indicator and value; one province and year a row with a
    column per indicator; or one indicator a row with a column per year, as in plans.
    --columns tells what a heading means that is none of these.

    All files are read and checked before any is stored; then each is stored whole or
    not at all, in order. A file stored before changes nothing.

    Figures the store does not have go in. Where it has another value, or one that a
    workbook's sheet no longer has, minhbach shows both and asks; without a terminal
    it stores nothing unless --replace is given. What is replaced is kept in the
    table "superseded". A value that another file gave before keeps that source.

    Args:
        files: Workbooks (.xlsx, .xls) or tables (.csv, .tsv, .txt, .dta, .sav, .xlsx, .xls).
        year: The year of a workbook whose name does not tell it, or of a table without years.
        store: The SQLite store to write; made if it is not there.
        replace: Replace figures without asking; also those that other files have replaced since.
        columns: What a column holds: province, year, indicator, value, unit, source, a year, the
            code of an indicator, or - for nothing.
        province: The province of a table that names none.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--store": store,
        "--replace": replace,
        "--columns": columns,
        "--province": province,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "files": files,
    }
    return answered("ingest", options, arguments)


def check(
    files: Table | Sequence[Table] | None = None,
    *,
    year: int | None = None,
    subindex: str | None = None,
    severity: Literal["error", "warning", "correction", "note"] | None = None,
    columns: Mapping[str, str] | None = None,
    province: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell what is missing, odd, corrected or not comparable.

    Without files: the figures of the store, or the bundled ones. Faults of the
    published workbooks that were put right while reading, each with its reason;
    figures that are missing or repeat others; published scores and totals that their
    own parts do not give back; where a year does not compare with the one before.

    With files: tables of one's own, such as that of a plan, against those figures. A
    figure differs when it does so beyond the digits it was typed with.

    Each line is an error, a warning, a correction or a note; --severity sets the
    least that is shown. The exit code is 0 also where something was found. A store
    knows more than the bundled figures: every remark made while reading its files.

    Args:
        files: Tables to hold against the figures (.csv, .tsv, .xlsx, .xls, .dta, .sav).
        year: Only one year; also the year of a table that names none.
        subindex: Only one sub-index, by its code; 'pci' for the total and the rank. Default: all.
        severity: The least that is shown. Default: correction.
        columns: What a column holds: province, year, indicator, value, unit, source, a year, the
            code of an indicator, or - for nothing.
        province: The province of a table that names none.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--subindex": subindex,
        "--severity": severity,
        "--columns": columns,
        "--province": province,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "files": files,
    }
    return answered("check", options, arguments)


def score(
    *,
    year: int | None = None,
    rule: Table | None = None,
    ties: Literal["minimum", "maximum", "average", "dense", "ordinal"] | None = None,
    subindex: str | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Rebuild the scores and ranks of a year and set them beside the published ones.

    Each indicator scores 9 (x − minimum) / (maximum − minimum) + 1, or 11 less
    that where lower is better; the sub-index is the weighted sum. Weights and
    ranges are those of the year's rule, or of a rule of your own (--rule): a table
    of indicator, dimension, weight, minimum, maximum and direction, as 'minhbach
    calibrate --as-rule' writes it. Rules of 2009 to 2012 are fitted: they miss the
    published scores, and say by how much. Equal scores share the
    better rank, unless --ties says otherwise.

    With --subindex pci the sub-indices are weighted to the total.

    Each score has the standard error that the number of firms behind it gives, and
    each rank the interval of likely ranks; see 'minhbach ranks'.

    With --units 34 earlier years are merged onto the units of 2025: a unit's value
    is the mean of its former provinces', missing where one of theirs is. Ranges stay
    those of the rule, and merged units have no published score.

    Args:
        year: The year to score. Default: the latest.
        rule: The rule to score by, as a table. Default: the one that holds for the year.
        ties: How equal scores share ranks. Default: minimum.
        subindex: The sub-index, or 'pci' for the total of the index. Default: transparency.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--rule": rule,
        "--ties": ties,
        "--subindex": subindex,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("score", options, arguments)


def calibrate(
    *,
    year: int | None = None,
    all: bool = False,
    as_rule: bool = False,
    ranges: Literal["history", "rule"] | None = None,
    subindex: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Learn the rule of a year from the published scores alone.

    Least squares on the provinces' scores give the slope of each indicator: ± 9
    weight / (maximum − minimum). Weights and ranges behind the slopes are searched
    for among round weights and the extremes that this year and those before it have
    shown, as they are or typed rounded; they count as proved when together they give
    every published score back. Each constant says how it was found, and --format
    csv adds the interval that the scores leave it.

    With --all every sub-index and every year is learned, and one line for each says
    what can be told. With --as-rule the rule is written as the table that 'minhbach
    score --rule' reads. With --ranges rule the ranges of the bundled rule are given.

    Args:
        year: The year to learn. Default: the latest.
        all: Learn every sub-index and the total in every year, and tell how well each is known.
        as_rule: Write the rule as a table that can be edited and scored by.
        ranges: Where ranges are taken from. Default: history.
        subindex: The sub-index, or 'pci' for the total of the index. Default: transparency.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--all": all,
        "--as-rule": as_rule,
        "--ranges": ranges,
        "--subindex": subindex,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("calibrate", options, arguments)


def reconcile(
    *,
    year: int | None = None,
    rule: Table | None = None,
    subindex: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Set rebuilt scores beside the published ones, and find what explains differences.

    Every published score of a year, and the composites printed beside it, is
    compared with what the rule makes of the indicators. A score that was rounded
    when published agrees with all values that round to it. Where scores differ, the
    pattern of the differences is searched for its cause: an indicator scored the
    wrong way round, a wrong range or weight, rows or columns in each other's place,
    a single wrong value, an indicator left out, or something that is not published.

    Args:
        year: The year. Default: the latest.
        rule: The rule to score by, as a table. Default: the one that holds for the year.
        subindex: The sub-index, or 'pci' for the total of the index. Default: transparency.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--rule": rule,
        "--subindex": subindex,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("reconcile", options, arguments)


def history(
    province: str | None = None,
    *,
    from_: int | None = None,
    to: int | None = None,
    runs: bool = False,
    subindex: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Compare a province with its own past, by one definition across changes of method.

    Published scores compare only between years of one rule. This score, ours and not
    the publisher's, is made of the indicators that all the years share, with the
    last year's weights and one range each over all the years (or the fixed scale). Without --from and
    --to the years are the longest run whose shared indicators carry at least six
    tenths of the last year's weight; --runs lists the runs there are.

    Args:
        province: The province, in any spelling. Default: all.
        from_: The first year.
        to: The last year.
        runs: List the runs of years that share indicators.
        subindex: The sub-index. Default: transparency.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--from": from_,
        "--to": to,
        "--runs": runs,
        "--subindex": subindex,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("history", options, arguments)


def profile(
    province: str | None = None,
    *,
    year: int | None = None,
    subindex: str | None = None,
    peers: str | None = None,
    all: bool = False,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Show where a province stands in each indicator of a year.

    Each indicator with its value, the median, the tenth best and the best of all
    provinces, the rank, the score by the year's rule and the points lost; the rank
    among the region or other peers; and up to five years back, as far as they
    compare. Indicators that cost most score come first; the last line is the score
    itself. ± is the standard error that the number of firms behind a figure gives.
    In CSV also contributions, gaps (+ is better) and yearly values.

    Without a rule there are no scores of indicators; where only the score is
    published, the score alone. 'scores' stands for the ten sub-indices and the total.

    Args:
        province: The province, in any spelling.
        year: The year to stand in. Default: the latest with figures of indicators.
        subindex: The sub-index, by its code, or 'scores' for the ten sub-indices and the total.
            Default: transparency.
        peers: Whom to compare with: 'region'; 'near:N', the N above and below in the year before;
            names separated by ';'; or a file (.txt, .csv) of one name a line. Default: region.
        all: Instead of one province: the ranks of all in every indicator.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--subindex": subindex,
        "--peers": peers,
        "--all": all,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("profile", options, arguments)


def explain(
    province: str,
    *,
    from_: int | None = None,
    to: int | None = None,
    yearly: bool = False,
    against: str | None = None,
    year: int | None = None,
    subindex: str | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Explain why the score and the rank of a province moved, as parts that add up.

    From one year to another, the parts are: each of the province's own indicators;
    the rivals, that is the values of all other provinces; the ranges, which widen
    with new extremes; the rule, that is weights and the set of indicators; and, for
    years whose rule is approximate, what it leaves unexplained. Each part is what
    the change adds on average over every order in which the changes could have come
    (Shapley's rule). They add up to the whole, exactly.

    With --against, the parts of the gap to another province of the year, or to a
    province that has the median of every indicator. With --subindex pci the parts
    are sub-indices, and the total is explained.

    In the readable table places are places gained. In CSV and JSON rank_change is
    the change of the rank's number: negative is better.

    Args:
        province: The province, in any spelling.
        from_: The year to explain the change from.
        to: The year to explain the change to.
        yearly: Explain each year between --from and --to by itself.
        against: Another province, or 'median', to be compared with in one year.
        year: The year of the comparison with --against. Default: the latest.
        subindex: The sub-index, or 'pci' for the total of the index. Default: transparency.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--from": from_,
        "--to": to,
        "--yearly": yearly,
        "--against": against,
        "--year": year,
        "--subindex": subindex,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("explain", options, arguments)


def ranks(
    *,
    year: int | None = None,
    top: int | None = None,
    above: str | None = None,
    since: int | None = None,
    with_method: bool = False,
    table: Table | None = None,
    unit: str | None = None,
    score: str | None = None,
    error: str | None = None,
    level: float | None = None,
    draws: int | None = None,
    all_draws: bool = False,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    rule: Table | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell how sure ranks are: intervals, tied tiers, probabilities.

    A rank rests on the firms that happened to be asked. Each score gets the standard
    error that the number of firms behind its indicators gives it; from there come,
    for each province: its score shrunk towards the mean by what is noise, and by it
    the likely ranks, the mean rank and the probability that it stands above the
    median; the ranks that cannot be ruled out whatever the true scores are, for the
    province by itself (marginal) and for all at once (simultaneous); and its tier.

    With --above a province: the probability that each stands above it, by shrunk
    scores. With --since a year: whether the change since is more than sampling, with
    Holm's correction for asking of all provinces, and the probability that the true
    score has risen beside the others. With --with-method: one interval of likely
    ranks for sampling and choices of method together, and the share of each.

    With --table any scores with their standard errors are ranked, such as countries
    in PISA. Rank 1 is the highest score.

    Args:
        year: The year to rank. Default: the latest.
        top: Tell which may be among this many first. Default: 10.
        above: Tell with what probability each stands above this province, or unit of the table.
        since: Tell what changed since an earlier year.
        with_method: Join sampling with the choices of method of 'minhbach robustness'.
        table: Scores of one's own: one unit a row.
        unit: The column of --table that names the unit. Default: the first.
        score: The column of --table with the scores.
        error: The column of --table with their standard errors.
        level: The confidence of intervals, between 0 and 1. Default: 0.95.
        draws: The most draws; no more are made once the third digit of each critical value stands.
            Default: 1000000.
        all_draws: Make all --draws, however soon the digits stand, as parts of a run do.
        seed: What the draws are repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        rule: The rule to score by, as a table. Default: the one that holds for the year.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--top": top,
        "--above": above,
        "--since": since,
        "--with-method": with_method,
        "--table": table,
        "--unit": unit,
        "--score": score,
        "--error": error,
        "--level": level,
        "--draws": draws,
        "--all-draws": all_draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--rule": rule,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("ranks", options, arguments)


def sampling(
    *,
    from_: int | None = None,
    to: int | None = None,
    model: bool = False,
    correlations: bool = False,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell how much of the yearly changes is sampling, and what is assumed of it.

    For each indicator of transparency: the law by which its figures scatter around
    what all firms would have answered, the middle number of firms behind a figure,
    and the yearly changes beside those that sampling alone would make, net of the
    mean change of all provinces. A share of sampling near 100% means that the figures
    changed as they would had nothing but the sample changed.

    With --model the assumptions are written as the table that --sampling reads. With
    --correlations: how changes of two indicators go together, beside the correlation
    of errors that is assumed.

    Args:
        from_: The first year. Default: 2013.
        to: The last year. Default: the latest.
        model: Write the assumptions.
        correlations: Tell how changes of two indicators go together.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--from": from_,
        "--to": to,
        "--model": model,
        "--correlations": correlations,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("sampling", options, arguments)


def respondents(
    province: str | None = None,
    *,
    year: int | None = None,
    subindex: str | None = None,
    indicator: Names | None = None,
    all: bool = False,
    respondents: Table | None = None,
    threads: int | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell how many firms stand behind each figure of a year.

    A share is a plain fraction of the firms that answered: 0.2125 is 17 of 80, or 34
    of 160. From the fractions of all questions of all sub-indices together follow the
    firms of each province and those that answered each question, with what is
    between 'low' and 'high' with a probability of 0.95. Where the digits tell
    nothing, as of means from 1 to 5, the province's firms do ('total').

    One row per province of its firms in all questions ('all'), and one per
    indicator. The rows can be given back, as they are or with counts of your own in
    the column 'firms', by --respondents. Counts that are known ('counted') are set
    beside, and not used unless given.

    Args:
        province: The province, in any spelling. Default: all.
        year: The year. Default: the latest.
        subindex: The sub-index whose indicators are told.
        indicator: The indicators that are told, with commas between.
        all: Tell the indicators of all sub-indices.
        respondents: Counts that take the place of estimates: a table of province, year, firms and
            perhaps indicator.
        threads: How many threads work. Default: as many as there are processors.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--subindex": subindex,
        "--indicator": indicator,
        "--all": all,
        "--respondents": respondents,
        "--threads": threads,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("respondents", options, arguments)


def sensitivity(
    province: str | None = None,
    *,
    year: int | None = None,
    method: Literal["all", "local", "ladder", "pairs", "sobol", "morris", "shapley", "target"] | None = None,
    goal: int | None = None,
    function: Literal["ishigami", "sobol-g", "sobol-g-star", "sudret", "bratley", "linear", "portfolio", "morris"] | None = None,
    table: Table | None = None,
    response: str | None = None,
    inputs: Names | None = None,
    country: bool = False,
    by: Literal["region", "tier"] | None = None,
    backtest: bool = False,
    from_: int | None = None,
    ranges: Literal["held", "moving"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    estimator: Literal["saltelli", "jansen", "janon"] | None = None,
    resamples: int | None = None,
    walks: int | None = None,
    second_order: bool = False,
    level: float | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Find which indicators move the rank of a province most.

    The values of all other provinces are held still. --method says how it is asked:

      all      The methods side by side, in the order of what a good year gains, with
               how sure that order is and a sentence on each indicator.
      local    For each indicator alone: the value at which the next place is gained;
               the places gained by a good year, by reaching the median and the best.
               A good year is the improvement, net of the median change of all
               provinces (what all share moves no rank), that one case in ten
               exceeded among provinces that stood near in the indicator. For each,
               too, how sure these places are, and the probability that the next
               survey gives a better rank.
      ladder   For each indicator alone: every value at which a place is gained or
               lost.
      pairs    For every two indicators, a good year each: the places gained together
               beyond the sum of what each gains alone.
      sobol    What share of the rank's variance each indicator makes, alone and with
               the others, over changes that a year has brought to provinces which
               stood near, each for itself. Points are doubled until the order stands.
      shapley  The same, indicators changing together as they did in the past.
      morris   The mean size of what each indicator does to the rank, by few
               evaluations.
      target   What a good year of each adds to the probability of reaching --goal.

    With --country all provinces are summed up: which indicators move ranks most in the
    country, --by region or tier. With --backtest the answers of past years are held
    against the year after each.

    With --function a published function is studied in place of a province, at --draws
    base points: Sobol' indices, Morris's screening and Shapley effects of each input
    beside the exact ones. With --table there is no model to be asked: of the columns
    of any table, it is told which move the one called --response, by rank-statistic
    Sobol' indices and PAWN.

    --country sums up what a good year of each indicator gains over all provinces, or
    over each region or third of the ranking (--by), and what makes scores vary.
    --backtest holds the answers of past years, each from figures up to its year
    alone, against the year after: whether provinces that gained in the indicators
    named moved up, and how good years turned out.

    Args:
        province: The province, in any spelling.
        year: The year to stand in; with --backtest, the last looked at. Default: the latest.
        method: How it is asked which indicators move the rank. Default: all.
        goal: The rank whose probability is studied. Default: ten places better than the
            province's, or half its rank where that is nearer.
        function: Study a published function in place of a province.
        table: Study a table of one's own in place of a province: one run or case a row.
        response: The column of --table that is moved.
        inputs: The columns of --table that may move it, with commas between. Default: every other
            column that is all numbers.
        country: Sum up all provinces instead of one, with intervals by --resamples, 250 at most.
        by: With --country: sum up the provinces of each region, or of each third of the ranking.
        backtest: Tell how such answers of past years held in the year after each.
        from_: With --backtest: the first year whose answer is tried. Default: the first there is.
        ranges: What becomes of an indicator's range when the province passes its end: 'held', or
            'moving' with it, as the index widens it for an extreme never seen. Default: held.
        draws: Points of Sobol's sequence: the most, where they are doubled until the order stands;
            so many, with --function. Best a power of two. Default: 16384.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        estimator: How first-order indices are estimated. Default: saltelli.
        resamples: How often points are drawn again for intervals. Default: 1000.
        walks: Morris's walks: up to 100 are chosen to lie far apart among 500, more are drawn at
            random. Default: 1000.
        second_order: Tell the indices of pairs, too.
        level: The confidence of intervals, between 0 and 1. Default: 0.95.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--method": method,
        "--goal": goal,
        "--function": function,
        "--table": table,
        "--response": response,
        "--inputs": inputs,
        "--country": country,
        "--by": by,
        "--backtest": backtest,
        "--from": from_,
        "--ranges": ranges,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--estimator": estimator,
        "--resamples": resamples,
        "--walks": walks,
        "--second-order": second_order,
        "--level": level,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("sensitivity", options, arguments)


def target(
    province: str,
    *,
    by: int,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    effort: Literal["variation", "equal"] | None = None,
    costs: Table | None = None,
    lock: Names | None = None,
    at_most: int | None = None,
    within: Table | None = None,
    pace: Literal["history", "none"] | None = None,
    plans: int | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Find the least effort that takes a province to a goal.

    Name one goal: a rank, an interval of ranks, a score, the median, the first so
    many, places gained, a place in the region, a third of the ranking. Effort is
    counted in each indicator's own yearly variation, net of the median change of all
    provinces, or as --effort and --costs say. No indicator goes beyond what any
    province has reached up to the year, nor faster per year than one province-year in
    ten has improved. Rivals and ranges are held as in the year. The plan is proved to
    be the least; a goal out of reach is told as such, with the best that can be had
    and what binds.

    Args:
        province: The province, in any spelling.
        year: The year to start from. Default: the latest.
        rank: The rank to reach, or a better one.
        ranks: The ranks to come to lie between, such as 30-40; the plan aims at the worse end.
        score: The score to reach.
        median: Reach a score above the median of all provinces.
        top: Come to be one of the first so many.
        gain: Gain so many places.
        region_place: The place to reach among the provinces of the region, or a better one.
        tier: The third of the ranking to reach, or a better one.
        probability: Reach it with this probability in the survey of the final year, above 0 and
            below 1: rivals move, and firms are sampled anew. Default: just draw level as the
            scores stand.
        by: The final year.
        effort: What one unit of effort is: a standard deviation of the indicator's yearly changes
            (variation), or a hundredth of its range (equal). Default: variation.
        costs: A table of indicator, cost (of one unit), fixed (of any change at all), least, most
            (values it may have in the final year), step and locked; every column but the first may
            be left out.
        lock: Indicators to hold still, with commas between.
        at_most: Change no more than so many indicators.
        within: A table of condition, indicator, coefficient and limit: what changes for the better
            may sum up to.
        pace: How fast indicators may go: as fast per year as one province-year in ten improved
            (history), or any (none). Default: history.
        plans: How many plans to show, 10 at most: after the best those that do without one of the
            indicators of each before. Default: 1.
        rivals: How provinces' figures move: panel (a regression: back towards the mean and the own
            past), resampled (past changes drawn again), drift (own trends), held (nobody moves).
            Default: panel.
        draws: How many futures are drawn. Default: 20000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--rank": rank,
        "--ranks": ranks,
        "--score": score,
        "--median": median,
        "--top": top,
        "--gain": gain,
        "--region-place": region_place,
        "--tier": tier,
        "--probability": probability,
        "--by": by,
        "--effort": effort,
        "--costs": costs,
        "--lock": lock,
        "--at-most": at_most,
        "--within": within,
        "--pace": pace,
        "--plans": plans,
        "--rivals": rivals,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("target", options, arguments)


@overload
def plan(
    province: str | None = None,
    *,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    by: int | None = None,
    agencies: Table | None = None,
    deadline: str | None = None,
    all: bool = False,
    calendar: Table | None = None,
    checklist: Table | None = None,
    document: None = None,
    template: File | None = None,
    write_template: None = None,
    date: str | None = None,
    issuer: str | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame: ...
@overload
def plan(
    province: str | None = None,
    *,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    by: int | None = None,
    agencies: Table | None = None,
    deadline: str | None = None,
    all: bool = False,
    calendar: Table | None = None,
    checklist: Table | None = None,
    document: File,
    template: File | None = None,
    write_template: None = None,
    date: str | None = None,
    issuer: str | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> Path: ...
@overload
def plan(
    province: str | None = None,
    *,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    by: int | None = None,
    agencies: Table | None = None,
    deadline: str | None = None,
    all: bool = False,
    calendar: Table | None = None,
    checklist: Table | None = None,
    document: None = None,
    template: File | None = None,
    write_template: File,
    date: str | None = None,
    issuer: str | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> Path: ...
def plan(
    province: str | None = None,
    *,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    by: int | None = None,
    agencies: Table | None = None,
    deadline: str | None = None,
    all: bool = False,
    calendar: Table | None = None,
    checklist: Table | None = None,
    document: File | None = None,
    template: File | None = None,
    write_template: File | None = None,
    date: str | None = None,
    issuer: str | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame | Path:
    """Write the plan to a goal: yearly targets, agencies, deadlines, reports.

    The targets are those of 'minhbach target', in round numbers in every year, with
    the chance of the goal among rivals that move. As
    CSV or XLSX the plan is a file to edit, send around and give to 'minhbach track':
    a row per indicator with its code, current value, target_<year> for each year,
    unit, lead and supporting agencies (separated by |) and deadline. Shares stand
    as 0.8; 80% is read too.

    Agencies and the dates of reports are those of a table of one's own, or of plans
    that provinces wrote: Trà Vinh 2020, Đắk Nông 2018 and, for the website alone,
    Quảng Ngãi 2021.

    With --checklist and no goal, the list of what a portal must publish is written,
    for agencies to tick: x under done, with a date and a link.

    With --document the plan is an official paper as well, in the layout of decree
    30/2020/NĐ-CP, with every number filled in: KẾ HOẠCH, in Vietnamese. Its text is
    a template of HTML: copy it with --write-template, change it, and name it with
    --template. DOCX, ODT and PDF are made by LibreOffice, which is to be installed
    (on Debian: libreoffice-writer-nogui); HTML needs nothing.

    Args:
        province: The province, in any spelling.
        year: The year to start from. Default: the latest.
        rank: The rank to reach, or a better one.
        ranks: The ranks to come to lie between, such as 30-40; the plan aims at the worse end.
        score: The score to reach.
        median: Reach a score above the median of all provinces.
        top: Come to be one of the first so many.
        gain: Gain so many places.
        region_place: The place to reach among the provinces of the region, or a better one.
        tier: The third of the ranking to reach, or a better one.
        probability: Reach it with this probability in the survey of the final year, above 0 and
            below 1: rivals move, and firms are sampled anew. Default: just draw level as the
            scores stand.
        by: The final year.
        agencies: Who answers for each indicator: a table of indicator, lead and support, or the
            province of a bundled one (daknong, quangngai, travinh). Default: the province's own,
            if it is bundled.
        deadline: The day by which the last targets are due. Default: the end of the final year.
        all: Make a plan for every province, with the chance of each.
        calendar: When reports are due: a table of period, months, day, from and to, or the
            province of a bundled one (daknong, travinh). Default: the province's own, if it is
            bundled.
        checklist: What a portal must publish: a list of code, group, item, done, date and link, or
            a bundled one (kon-tum, directive).
        document: Write the plan as an official paper in Vietnamese, by the ending: .docx, .odt,
            .pdf (by LibreOffice) or .html.
        template: The text of the paper, in HTML with fields. Default: the bundled one.
        write_template: Write a copy of the bundled text to make one's own of, and nothing else.
        date: The day of the paper. Default: left to be written in.
        issuer: The department that issues the paper. Default: the People's Committee of the
            province.
        rivals: How provinces' figures move: panel (a regression: back towards the mean and the own
            past), resampled (past changes drawn again), drift (own trends), held (nobody moves).
            Default: panel.
        draws: How many futures are drawn. Default: 20000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--rank": rank,
        "--ranks": ranks,
        "--score": score,
        "--median": median,
        "--top": top,
        "--gain": gain,
        "--region-place": region_place,
        "--tier": tier,
        "--probability": probability,
        "--by": by,
        "--agencies": agencies,
        "--deadline": deadline,
        "--all": all,
        "--calendar": calendar,
        "--checklist": checklist,
        "--document": document,
        "--template": template,
        "--write-template": write_template,
        "--date": date,
        "--issuer": issuer,
        "--rivals": rivals,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    if document is not None:
        return written("plan", options, arguments, to=document)
    if write_template is not None:
        return written("plan", options, arguments, to=write_template)
    return answered("plan", options, arguments)


def track(
    province: str,
    *,
    plan: Table,
    reports: Table | None = None,
    date: str | None = None,
    year: int | None = None,
    calendar: Table | None = None,
    checklist: Table | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Set reported values beside a plan: reached, on course, late, not reported.

    The plan is a file that 'minhbach plan' wrote, or one of the same columns.
    Reports are a table of date (2019-06-01) or period (2019-06, 2019-Q2, 2019-H1,
    2019), indicator and value, and if known firms (how many were asked) or
    standard_error, and source. Shares are written as 0.95 or 95%. Of each indicator
    the latest report up to --date counts.

    A value is late when it is behind the path, and by more than the sampling error
    of such a figure can explain. The chance of the plan's goal is told anew with
    what is reported in place of what the plan found: among the rivals of the year
    the plan starts from, or, where a later survey is known, of that --year.

    Args:
        province: The province, in any spelling.
        plan: The plan.
        reports: What was reported. Default: nothing yet.
        date: The day to look from; later reports do not count. Default: the last day reported of.
        year: The year whose rivals and rule the chances are told by. Default: that of the plan's
            current values.
        calendar: When reports are due: a table of period, months, day, from and to, or the
            province of a bundled one (daknong, travinh). Default: the province's own, if it is
            bundled.
        checklist: What a portal must publish: a list of code, group, item, done, date and link, or
            a bundled one (kon-tum, directive).
        rivals: How provinces' figures move: panel (a regression: back towards the mean and the own
            past), resampled (past changes drawn again), drift (own trends), held (nobody moves).
            Default: panel.
        draws: How many futures are drawn. Default: 20000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--plan": plan,
        "--reports": reports,
        "--date": date,
        "--year": year,
        "--calendar": calendar,
        "--checklist": checklist,
        "--rivals": rivals,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("track", options, arguments)


def report(
    province: str | None = None,
    *,
    output: File,
    year: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    by: int | None = None,
    agencies: Table | None = None,
    all: bool = False,
    lang: Literal["en", "vi"] | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
) -> Path:
    """Write a page on a province: where it stands, why, what moves it, a plan, how sure.

    One file of HTML, whole by itself: it opens from a disk, prints, and asks nothing of
    the network. In Vietnamese, or with --lang en in English.

    Without a goal the plan is to come above the median, or for who is there already to
    gain ten places. With --all there is a page for every province in a folder, and an
    index.html with a table to search and sort.

    Args:
        province: The province, in any spelling.
        year: The year. Default: the latest.
        rank: The rank to reach, or a better one.
        ranks: The ranks to come to lie between, such as 30-40; the plan aims at the worse end.
        score: The score to reach.
        median: Reach a score above the median of all provinces.
        top: Come to be one of the first so many.
        gain: Gain so many places.
        region_place: The place to reach among the provinces of the region, or a better one.
        tier: The third of the ranking to reach, or a better one.
        probability: Reach it with this probability in the survey of the final year, above 0 and
            below 1: rivals move, and firms are sampled anew. Default: just draw level as the
            scores stand.
        by: The final year of the plan. Default: two years on.
        agencies: Who answers for each indicator: a table of indicator, lead and support, or the
            province of a bundled one. Default: the province's own, if it is bundled.
        all: Write a page for every province, and one that lists them.
        output: The file to write; with --all, the folder. Default: the province's name, and
            reports.
        lang: The language of the page. Default: vi.
        rivals: How provinces' figures move: panel (a regression: back towards the mean and the own
            past), resampled (past changes drawn again), drift (own trends), held (nobody moves).
            Default: panel.
        draws: How many futures are drawn. Default: 20000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.

    Returns:
        The path of what was written.
    """
    options: dict[str, object] = {
        "--year": year,
        "--rank": rank,
        "--ranks": ranks,
        "--score": score,
        "--median": median,
        "--top": top,
        "--gain": gain,
        "--region-place": region_place,
        "--tier": tier,
        "--probability": probability,
        "--by": by,
        "--agencies": agencies,
        "--all": all,
        "--output": output,
        "--lang": lang,
        "--rivals": rivals,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return written("report", options, arguments, to=output)


def scenario_new(
    province: str,
    *,
    year: int | None = None,
    through: int | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Write a scenario of a province with nothing set.

    One row for each year and indicator, with the figure of the first year beside it.
    Where something is planned fill in 'at_least' (a target: reached or bettered) or
    'value' (what if: exactly this), and leave the rest empty; a column 'change' may
    give differences from the first year, 'beyond' what comes on top of what would come
    by itself. Then: minhbach simulate.

    Args:
        province: The province, in any spelling.
        year: The year to start from, whose rule runs on. Default: the latest.
        through: The last year. Default: the next.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--through": through,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("scenario new", options, arguments)


def simulate(
    file: Table | None = None,
    *,
    province: str | None = None,
    all: bool = False,
    year: int | None = None,
    through: int | None = None,
    rank: int | None = None,
    ranks: str | None = None,
    score: float | None = None,
    median: bool = False,
    top: int | None = None,
    gain: int | None = None,
    region_place: int | None = None,
    tier: Literal["top", "middle", "bottom"] | None = None,
    probability: float | None = None,
    ranges: Literal["moving", "held"] | None = None,
    rivals: Literal["panel", "resampled", "drift", "held"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Simulate a scenario: scores, ranks and the chance of a goal, year by year.

    A scenario is a CSV or XLSX file with the columns province, year, indicator, and
    at_least (a target: reached or bettered), value (what if: exactly this), change
    (since the year it starts from) or beyond (on top of what would come by itself, as
    the plans of 'minhbach target' are meant); 'minhbach scenario new' writes one to
    fill in. Between years a figure goes in equal steps, after the last it stays. Rivals, and
    figures that nothing is set of, move by a model; surveys add their sampling errors;
    ranges take in new extremes. Beside it stand the same futures with rivals held
    still, and those without the scenario. Without a file it is a forecast.

    Args:
        file: The scenario; '-' reads standard input. Default: none.
        province: A province to tell of. Default: those of the scenario.
        all: Tell of all provinces.
        year: The year to start from, whose rule runs on. Default: the scenario's, else the latest.
        through: The last year. Default: the last of the scenario, else the next.
        rank: The rank to reach, or a better one.
        ranks: The ranks to come to lie between, such as 30-40; the plan aims at the worse end.
        score: The score to reach.
        median: Reach a score above the median of all provinces.
        top: Come to be one of the first so many.
        gain: Gain so many places.
        region_place: The place to reach among the provinces of the region, or a better one.
        tier: The third of the ranking to reach, or a better one.
        probability: Reach it with this probability in the survey of the final year, above 0 and
            below 1: rivals move, and firms are sampled anew. Default: just draw level as the
            scores stand.
        ranges: What becomes of the ranges that figures are scored by: moving or held. Default:
            moving.
        rivals: How provinces' figures move: panel (a regression: back towards the mean and the own
            past), resampled (past changes drawn again), drift (own trends), held (nobody moves).
            Default: panel.
        draws: How many futures are drawn. Default: 20000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--province": province,
        "--all": all,
        "--year": year,
        "--through": through,
        "--rank": rank,
        "--ranks": ranks,
        "--score": score,
        "--median": median,
        "--top": top,
        "--gain": gain,
        "--region-place": region_place,
        "--tier": tier,
        "--probability": probability,
        "--ranges": ranges,
        "--rivals": rivals,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "file": file,
    }
    return answered("simulate", options, arguments)


def backtest(
    *,
    rivals: Names | None = None,
    horizon: int | None = None,
    from_: int | None = None,
    to: int | None = None,
    calibration: bool = False,
    base_rates: bool = False,
    level: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    respondents: Table | None = None,
    sampling: Table | None = None,
    independent_errors: bool = False,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Try forecasts on the past: made with what was known then, beside what came.

    From every year with a rule, ranks of the later years are foretold that compare
    with it, by each model of how provinces move, and set beside the published ranks:
    how often intervals held them, how much probability they were given (log score),
    and how far off the middle of the forecast was. All is held against "the same rank
    as last year". --calibration tells how often gains of 5 to 30 places came true,
    by the probability they were given; --base-rates tells, without any model, how many
    of the provinces at some rank stood among the first 10, 20, … years later.

    Args:
        rivals: The models, separated by commas: panel, resampled, drift, held. Default: all.
        horizon: The farthest look ahead. Default: 5.
        from_: The first year that forecasts are made in.
        to: The last year that forecasts are made in.
        calibration: Tell how often gains came true, by the probability they were given.
        base_rates: Tell how many of the provinces at some rank stood where years later.
        level: How sure the intervals are to be, between 0 and 1. Default: 0.9.
        draws: How many futures are drawn for each forecast. Default: 10000.
        seed: What everything drawn is repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        respondents: How many firms answered: a table of province, year, firms and, where it is of
            one question, indicator, as 'minhbach respondents' writes it. Default: estimated from
            the published fractions.
        sampling: What is assumed of sampling, as 'minhbach sampling --model' writes it. Default:
            the bundled assumptions.
        independent_errors: Take the errors of all indicators of a province for independent.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--rivals": rivals,
        "--horizon": horizon,
        "--from": from_,
        "--to": to,
        "--calibration": calibration,
        "--base-rates": base_rates,
        "--level": level,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--respondents": respondents,
        "--sampling": sampling,
        "--independent-errors": independent_errors,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("backtest", options, arguments)


def robustness(
    province: str | None = None,
    *,
    year: int | None = None,
    choices: bool = False,
    alternatives: Names | None = None,
    weight_range: float | None = None,
    draws: int | None = None,
    precision: float | None = None,
    seed: int | None = None,
    threads: int | None = None,
    within: int | None = None,
    table: Table | None = None,
    indicators: Table | None = None,
    unit: str | None = None,
    normalisation: Literal["none", "min-max", "z-score", "goalposts", "distance-to-target", "distance-to-best", "distance-to-reference", "rank", "percentile"] | None = None,
    range: str | Sequence[float] | None = None,
    cap: bool = False,
    reference: str | None = None,
    aggregation: str | None = None,
    imputation: Literal["none", "mean", "median", "group-mean", "group-median"] | None = None,
    group: str | None = None,
    treatment: Literal["none", "winsorise", "log", "winsorise-or-log"] | None = None,
    ties: Literal["minimum", "maximum", "average", "dense", "ordinal"] | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell how far ranks depend on choices of method.

    Units are ranked many times, each time by a method drawn at random: how figures
    become scores, how scores are put together, how indicators are weighted, and which
    indicator, if any, is left out. All alternatives are equally likely, those of the
    index itself among them. Draws double until mean ranks are known to --precision,
    and stop at --draws. Every figure comes with its Monte Carlo standard error.

    Apart from that, the best and the worst rank are told that any weights give, each
    within --weight-range of its own and all adding up to one, all else being the
    index's own: nothing is drawn here, the ranks are proved.

    With a province, or a unit of a table: what each choice alone does to its rank,
    and the weights that give it its best and its worst. --choices tells the former
    for all together.

    Without --table the index is transparency by the rule of the year; with --table
    it is described as for 'minhbach index'.

    Args:
        province: The province, in any spelling, or the unit as its table names it.
        year: The year to rank. Default: the latest.
        choices: Tell what each choice alone does, of all units together.
        alternatives: What may be otherwise: min-max, z-score and percentile scores; geometric and
            harmonic means; equal-weights; weights, each within --weight-range; leave-one-out; or
            none. Default:
            min-max,z-score,percentile,geometric,equal-weights,weights,leave-one-out.
        weight_range: By how much of itself a weight may be less or more, from 0 to 99. Default:
            25.0.
        draws: The most draws. Default: 10000.
        precision: No more draws are made once no mean rank has a standard error above this.
            Default: 0.1.
        seed: What the draws are repeated by. Default: 1.
        threads: How many threads work. Default: as many as there are processors.
        within: Tell how often a rank is this or better. Default: 10.
        table: Figures of one's own: one unit a row.
        indicators: What the index of --table is made of.
        unit: The column of --table that names the unit. Default: uCode if there is one, else the
            first.
        normalisation: How figures become scores. Default: min-max.
        range: The scores of the worst and the best; of z-score the mean and the deviation.
            Default: 1,10 as in the PCI; 0,1 for z-score and distances; 0,100 for percentile.
        cap: Let values beyond goalposts or targets score no more than those.
        reference: The unit that distance-to-reference compares with.
        aggregation: How scores are put together: arithmetic, geometric, harmonic, median or
            copeland; by level as in geometric,level3=arithmetic, where parents of indicators stand
            on level 2. Default: arithmetic.
        imputation: What stands in for a missing figure. Default: none.
        group: The column of groups, for imputing by group.
        treatment: What is done about outliers. Default: none.
        ties: The rank that tied units get. Default: minimum.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--year": year,
        "--choices": choices,
        "--alternatives": alternatives,
        "--weight-range": weight_range,
        "--draws": draws,
        "--precision": precision,
        "--seed": seed,
        "--threads": threads,
        "--within": within,
        "--table": table,
        "--indicators": indicators,
        "--unit": unit,
        "--normalisation": normalisation,
        "--range": range,
        "--cap": cap,
        "--reference": reference,
        "--aggregation": aggregation,
        "--imputation": imputation,
        "--group": group,
        "--treatment": treatment,
        "--ties": ties,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return answered("robustness", options, arguments)


def regress(
    *,
    response: str,
    regressors: Names,
    table: Table | None = None,
    unit: str | None = None,
    time: str | None = None,
    years: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    effects: Names | None = None,
    weights: str | None = None,
    model: Literal["pooled", "within", "between", "first-difference", "random", "rank-rank", "rank-level", "level-rank"] | None = None,
    errors: str | None = None,
    small_sample: Literal["fixest", "stata", "plm", "plm-hc1", "plm-sss", "linearmodels", "none"] | None = None,
    no_intercept: bool = False,
    singletons: Literal["keep", "drop"] | None = None,
    level: float | None = None,
    bootstrap: Literal["none", "pairs", "wild", "wild-webb"] | None = None,
    adjust: Literal["none", "holm", "benjamini-hochberg", "romano-wolf"] | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    show: Literal["coefficients", "tests", "collinearity", "predictions"] | None = None,
    test: Names | None = None,
    stars: bool = False,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell what goes together with what, and how sure that is.

    Least squares of a response on regressors: of all rows alike, within fixed effects,
    between units, of changes, or with random effects. Without --table the rows are the
    provinces and years of the PCI, and the columns its indicators and scores by their
    codes ('minhbach export --subindex all' lists them), with province, year and region.

    A term is a column, or lag(x), lag(x, 2), lead(x), diff(x), log(x), rank(x) (1 for
    the largest of its time), factor(x), x^2, or an interaction a:b; a*b is a, b and a:b.
    Lags and changes never reach across years whose figures do not compare. A name with
    such signs in it stands between backquotes.

    Standard errors, the factor that corrects them for small samples and the test's
    distribution are told with every result. What cannot be told apart is left out,
    and named. For programs, degrees_of_freedom is empty where t is compared with the normal
    distribution.

    Args:
        table: A table of one's own, with headings: CSV, XLSX, XLS, Stata or SPSS. Default: the
            PCI.
        unit: The column of units that are observed several times. Of the PCI: province.
        time: The column of times. Of the PCI: year.
        years: The years of the PCI, such as 2013-2016; lags reach beyond them. Default: all.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        response: What is explained.
        regressors: What it is explained by, with commas between.
        effects: Columns whose labels have fixed effects, with commas between.
        weights: The column of weights: errors' variances are one over them.
        model: How rows are compared: all alike or within effects (pooled), each unit with itself
            (within), units' means (between), changes (first-difference), random effects of units
            (random); or a regression of the rank of the response on that of the first regressor,
            of either on the other's level. Default: pooled.
        errors: The standard errors: classical, hc0, hc1, hc2, hc3, cluster:COLUMN,
            cluster:COLUMN,COLUMN, cr2:COLUMN, crv3:COLUMN, driscoll-kraay[:LAGS],
            newey-west[:LAGS], pcse[:COLUMN]. Default: clustered by unit where there is one, else
            classical.
        small_sample: Whose small-sample factor standard errors have. Default: fixest.
        no_intercept: Leave out the intercept.
        singletons: What becomes of rows that are alone in a group of an effect. Default: keep.
        level: The confidence of intervals, between 0 and 1. Default: 0.95.
        bootstrap: Bootstrap the coefficients by cluster: draw clusters with their rows (pairs), or
            multiply residuals by random signs (wild) or by Webb's six weights, the hypothesis
            imposed. Default: none.
        adjust: Correct p-values for their number; romano-wolf draws them by --bootstrap, or wild.
            Default: none.
        draws: How many draws a bootstrap makes. Default: 9999.
        seed: The seed: the same one gives the same draws. Default: 1.
        threads: The most threads. Default: as many as there are processors.
        show: What to print: the coefficients; tests of the model and of its errors; how far
            regressors stand in for one another; or what is expected of each row, with intervals.
            Default: coefficients.
        test: Show tests, the first of them whether these coefficients are zero together, with
            commas between.
        stars: Mark p-values below 0.05, 0.01 and 0.001 by stars.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--table": table,
        "--unit": unit,
        "--time": time,
        "--years": years,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--response": response,
        "--regressors": regressors,
        "--effects": effects,
        "--weights": weights,
        "--model": model,
        "--errors": errors,
        "--small-sample": small_sample,
        "--no-intercept": no_intercept,
        "--singletons": singletons,
        "--level": level,
        "--bootstrap": bootstrap,
        "--adjust": adjust,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--show": show,
        "--test": test,
        "--stars": stars,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("regress", options, arguments)


def importance(
    *,
    response: str,
    regressors: Names,
    table: Table | None = None,
    unit: str | None = None,
    time: str | None = None,
    years: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    effects: Names | None = None,
    weights: str | None = None,
    groups: Names | None = None,
    clusters: str | None = None,
    no_intercept: bool = False,
    no_bootstrap: bool = False,
    level: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Share out among regressors how much they tell together, and say how sure the order is.

    The share of a regressor is what R² gains when it enters, averaged over all orders
    of entry (Shapley's value; LMG). Shares add up to R². Up to 20 regressors, or
    groups of them, can be compared. Within fixed effects R² is of what the effects
    leave. Clusters of rows are drawn anew to tell how sure shares and their order are.

    Rows, columns and terms are named as for 'minhbach regress'. A share describes how
    the response spreads among these rows; it does not say what a change would bring,
    and an interval above zero is no test.

    Args:
        table: A table of one's own, with headings: CSV, XLSX, XLS, Stata or SPSS. Default: the
            PCI.
        unit: The column of units that are observed several times. Of the PCI: province.
        time: The column of times. Of the PCI: year.
        years: The years of the PCI, such as 2013-2016; lags reach beyond them. Default: all.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        response: What is explained.
        regressors: What it is explained by, with commas between.
        effects: Columns whose labels have fixed effects, with commas between.
        weights: The column of weights: errors' variances are one over them.
        groups: Regressors that share as one: NAME=a+b, groups with commas between.
        clusters: The column of clusters to draw. Default: the units, else single rows.
        no_intercept: Leave out the intercept.
        no_bootstrap: Leave out the draws: shares alone.
        level: The confidence of intervals, between 0 and 1. Default: 0.95.
        draws: How many draws a bootstrap makes. Default: 9999.
        seed: The seed: the same one gives the same draws. Default: 1.
        threads: The most threads. Default: as many as there are processors.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--table": table,
        "--unit": unit,
        "--time": time,
        "--years": years,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--response": response,
        "--regressors": regressors,
        "--effects": effects,
        "--weights": weights,
        "--groups": groups,
        "--clusters": clusters,
        "--no-intercept": no_intercept,
        "--no-bootstrap": no_bootstrap,
        "--level": level,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("importance", options, arguments)


def select(
    *,
    response: str,
    regressors: Names,
    table: Table | None = None,
    unit: str | None = None,
    time: str | None = None,
    years: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    effects: Names | None = None,
    weights: str | None = None,
    penalty: Literal["lasso", "ridge", "elastic-net"] | None = None,
    mixing: float | None = None,
    folds: int | None = None,
    penalties: int | None = None,
    show: Literal["coefficients", "path"] | None = None,
    seed: int | None = None,
    threads: int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell which of many regressors foretell rows that were not seen.

    A penalised regression: the lasso sets coefficients to zero, ridge makes them
    small, the elastic net is between them. How strong the penalty must be is found by
    cross-validation: whole units are left out in turn, so that no province helps to
    foretell itself. Two models are told: that of the least error, and the simplest one
    whose error is within one standard error of it.

    With --effects of the units, and of the times, differences within units are
    foretold. Rows, columns and terms are named as for 'minhbach regress'. Coefficients
    are for prediction: they are drawn towards zero and have no standard errors.

    Args:
        table: A table of one's own, with headings: CSV, XLSX, XLS, Stata or SPSS. Default: the
            PCI.
        unit: The column of units that are observed several times. Of the PCI: province.
        time: The column of times. Of the PCI: year.
        years: The years of the PCI, such as 2013-2016; lags reach beyond them. Default: all.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        response: What is explained.
        regressors: What it is explained by, with commas between.
        effects: Columns whose labels have fixed effects, with commas between.
        weights: The column of weights: errors' variances are one over them.
        penalty: The penalty. Default: lasso.
        mixing: The share of absolute values in the penalty of elastic-net, between 0 and 1.
        folds: How many folds are left out in turn; whole units are dealt to them. Default: 10.
        penalties: How many penalties are tried. Default: 100.
        show: Print the two models' coefficients, or the error and the coefficients at every
            penalty. Default: coefficients.
        seed: The seed of the deal of units to folds. Default: 1.
        threads: The most threads. Default: as many as there are processors.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--table": table,
        "--unit": unit,
        "--time": time,
        "--years": years,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--response": response,
        "--regressors": regressors,
        "--effects": effects,
        "--weights": weights,
        "--penalty": penalty,
        "--mixing": mixing,
        "--folds": folds,
        "--penalties": penalties,
        "--show": show,
        "--seed": seed,
        "--threads": threads,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("select", options, arguments)


def components(
    *,
    columns: Names,
    table: Table | None = None,
    unit: str | None = None,
    time: str | None = None,
    years: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    covariance: bool = False,
    show: Literal["loadings", "scores"] | None = None,
    level: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Tell which few directions a set of columns varies in.

    Principal components: the direction in which rows differ most, then the next. Columns
    are divided by their standard deviations unless --covariance is given. How many stand
    out from chance is told by parallel analysis: their variances are compared with those
    of as many independent columns. Clusters of rows are drawn anew to tell how sure the shares are.

    Args:
        table: A table of one's own, with headings: CSV, XLSX, XLS, Stata or SPSS. Default: the
            PCI.
        unit: The column of units that are observed several times. Of the PCI: province.
        time: The column of times. Of the PCI: year.
        years: The years of the PCI, such as 2013-2016; lags reach beyond them. Default: all.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        columns: The columns or terms, with commas between.
        covariance: Leave columns in their own units.
        show: What each column has to do with each component, or the scores of each row. Default:
            loadings.
        level: The confidence of intervals, between 0 and 1. Default: 0.95.
        draws: How many draws a bootstrap makes. Default: 9999.
        seed: The seed: the same one gives the same draws. Default: 1.
        threads: The most threads. Default: as many as there are processors.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--table": table,
        "--unit": unit,
        "--time": time,
        "--years": years,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--columns": columns,
        "--covariance": covariance,
        "--show": show,
        "--level": level,
        "--draws": draws,
        "--seed": seed,
        "--threads": threads,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("components", options, arguments)


def index(
    *,
    table: Table,
    indicators: Table,
    unit: str | None = None,
    time: str | None = None,
    scaling: Literal["year", "pooled"] | None = None,
    normalisation: Literal["none", "min-max", "z-score", "goalposts", "distance-to-target", "distance-to-best", "distance-to-reference", "rank", "percentile"] | None = None,
    range: str | Sequence[float] | None = None,
    cap: bool = False,
    reference: str | None = None,
    aggregation: str | None = None,
    imputation: Literal["none", "mean", "median", "group-mean", "group-median"] | None = None,
    group: str | None = None,
    treatment: Literal["none", "winsorise", "log", "winsorise-or-log"] | None = None,
    ties: Literal["minimum", "maximum", "average", "dense", "ordinal"] | None = None,
    stage: Literal["denominated", "imputed", "treated", "normalised", "aggregated"] | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Make a composite index of any table of indicators, and rank by it.

    The steps are those of the handbook of OECD and JRC: figures are divided by their
    denominators, gaps filled, outliers treated, figures made scores, and scores put
    together level by level. Without options each indicator scores from 1, its worst
    value, to 10, its best, and the index is the weighted mean, as in the PCI.

    --indicators names a table with a row for each indicator and each aggregate: code,
    direction (1 where more is better, else -1), weight, parent, level; where they are
    needed denominator, target, lower, upper. Weights count among the children of a
    parent. Without parents there is one index of all. The first column of --table
    names the unit; every indicator is the column of its code. The names that COINr
    has for these columns go too.

    Outliers are treated where skewness is beyond ±2 and excess kurtosis above 3.5.
    With --time there is an index for each time, scored among the figures of that time,
    or with --scaling pooled among those of all.

    Args:
        table: The figures: one unit a row.
        indicators: What the index is made of.
        unit: The column that names the unit. Default: uCode if there is one, else the first.
        time: The column of years or other times.
        scaling: Score among the figures of each time, or of all times together. Default: year.
        normalisation: How figures become scores. Default: min-max.
        range: The scores of the worst and the best; of z-score the mean and the deviation.
            Default: 1,10 as in the PCI; 0,1 for z-score and distances; 0,100 for percentile.
        cap: Let values beyond goalposts or targets score no more than those.
        reference: The unit that distance-to-reference compares with.
        aggregation: How scores are put together: arithmetic, geometric, harmonic, median or
            copeland; by level as in geometric,level3=arithmetic, where parents of indicators stand
            on level 2. Default: arithmetic.
        imputation: What stands in for a missing figure. Default: none.
        group: The column of groups, for imputing by group.
        treatment: What is done about outliers. Default: none.
        ties: The rank that tied units get. Default: minimum.
        stage: Print the table of one step instead.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--table": table,
        "--indicators": indicators,
        "--unit": unit,
        "--time": time,
        "--scaling": scaling,
        "--normalisation": normalisation,
        "--range": range,
        "--cap": cap,
        "--reference": reference,
        "--aggregation": aggregation,
        "--imputation": imputation,
        "--group": group,
        "--treatment": treatment,
        "--ties": ties,
        "--stage": stage,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("index", options, arguments)


def workbook(
    province: str | None = None,
    *,
    output: File,
    year: int | None = None,
    ranges: Literal["held", "moving"] | None = None,
    lang: Literal["en", "vi"] | None = None,
    rule: Table | None = None,
    subindex: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
) -> Path:
    """Write the index of a year as a workbook of formulas, to audit and to try changes.

    Values, rule, scores and ranks as a spreadsheet program computes them: change a
    value, a weight or a range in the yellow cells and see every score and rank
    follow. With a province also a sheet on which its own values are changed, with its
    score, its rank and the places gained beside today's, and who stands next above.

    Cells have names (values, weights, scores, ranks and others; the sheet 'read_me'
    lists them). No macros, no links to other files. Excel, LibreOffice and others
    compute the same figures as 'minhbach score'.

    Args:
        province: The province to try changes of, in any spelling. Default: none.
        year: The year. Default: the latest.
        ranges: What the ranges of indicators do at first when a value passes an end, which a cell
            changes: 'moving' with it, as the index widens them for an extreme never seen, or
            'held'. Default: moving.
        output: The workbook to write. Folders are made as needed.
        lang: The language of headings. Default: en.
        rule: The rule to score by, as a table. Default: the one that holds for the year.
        subindex: The sub-index, or 'pci' for the total of the index. Default: transparency.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.

    Returns:
        The path of what was written.
    """
    options: dict[str, object] = {
        "--year": year,
        "--ranges": ranges,
        "--output": output,
        "--lang": lang,
        "--rule": rule,
        "--subindex": subindex,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
    }
    arguments: dict[str, object] = {
        "province": province,
    }
    return written("workbook", options, arguments, to=output)


def export(
    *,
    shape: Literal["long", "wide"] | None = None,
    subindex: str | None = None,
    store: File | None = None,
    units: Literal[63, 34] | None = None,
    merge_weights: str | int | None = None,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Write the figures as a tidy table.

    Long: one figure a row, with its unit, the cell it was read from, and whether it
    compares with the year before. Wide: one row per province and year, one column per
    indicator.

    Args:
        shape: One figure a row, or one province and year a row. Default: long.
        subindex: The sub-index, by its code; 'pci' for the total and the rank, 'scores' for the
            scores of all sub-indices, or 'all'. Default: transparency.
        store: The SQLite store to read, made by 'minhbach ingest'. Default: the bundled figures.
        units: The provinces: 63 as until 2024, or 34 with earlier years merged onto the units of
            2025. Default: 63.
        merge_weights: What former provinces count in a unit of 2025: 'surveyed' by the year's
            firms surveyed where known, else alike; 'equal' alike; a year, by its firms. Default:
            surveyed.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--shape": shape,
        "--subindex": subindex,
        "--store": store,
        "--units": units,
        "--merge-weights": merge_weights,
        "--lang": lang,
    }
    arguments: dict[str, object] = {}
    return answered("export", options, arguments)


def merge(
    part: File | Sequence[File],
    *,
    lang: Literal["en", "vi"] | None = None,
) -> DataFrame:
    """Join the parts of a run that was drawn by several processes.

    A command that draws is split by --replicates: each process draws some of the
    replicates and writes a part, on one machine or on many. Here the parts are joined, in
    any order; the answer has the same bytes as that of one process. Parts that are not of
    one run, hold the same replicates twice, or leave some out are refused by name. The
    figures are read again: run it where the parts were drawn, or beside the same files.

    Args:
        part: Files that --replicates has written.
        lang: The language of the answer. Default: en.
    """
    options: dict[str, object] = {
        "--lang": lang,
    }
    arguments: dict[str, object] = {
        "part": part,
    }
    return answered("merge", options, arguments)
