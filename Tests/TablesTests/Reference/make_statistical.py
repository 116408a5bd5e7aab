"""Writes the Stata and SPSS files: one survey in several versions of the formats."""

import pathlib

import pandas
import pyreadstat

FOLDER = pathlib.Path(__file__).parent
SURVEY = pandas.DataFrame(
    {
        "province": ["Thừa Thiên – Huế", "Đắk Nông", ""],
        "income": [79.25, None, -1e300],
        "size": pandas.array([1, 2, 9], dtype="int8"),
        "share": pandas.array([0.1, 0.5, 1.0], dtype="float32"),
    }
)
LABELS = {
    "province": "Tỉnh, thành phố", "income": "Household income", "size": "Size of firm",
    "share": "",
}
SIZES = {1: "nhỏ", 2: "lớn"}


def stata(name, data, **options):
    data.to_stata(
        FOLDER / name, write_index=False, variable_labels=LABELS, value_labels={"size": SIZES},
        **options)


long_text = SURVEY.assign(province=["Huế " * 600, "Đắk Nông", ""])
stata("stata118.dta", SURVEY, version=118)
stata("stata118-strl.dta", long_text, version=118, convert_strl=["province"])
stata("stata119-big-endian.dta", SURVEY, version=119, byteorder=">")

# Before version 118 Stata has no Unicode.
SIZES = {1: "bé", 2: "Größe"}
LABELS["province"] = "Région"
western = SURVEY.assign(province=["Orléans", "Zürich", ""])
stata("stata114.dta", western, version=114)
stata("stata117-big-endian.dta", western, version=117, byteorder=">")

LABELS["province"] = "Tỉnh, thành phố"
spss = dict(
    column_labels=LABELS,
    variable_value_labels={"size": {1: "nhỏ", 2: "lớn", 9: "không rõ"}, "province": {"": "?"}},
    missing_ranges={"size": [9], "income": [{"lo": -1e301, "hi": -1e299}]},
)
pyreadstat.write_sav(SURVEY, FOLDER / "spss.sav", **spss)
pyreadstat.write_sav(SURVEY, FOLDER / "spss.zsav", compress=True, **spss)
pyreadstat.write_sav(SURVEY, FOLDER / "spss-rows.sav", row_compress=True, **spss)
very_long = SURVEY.assign(province=["Huế " * 100, "Đắk Nông", ""])
pyreadstat.write_sav(
    very_long, FOLDER / "spss-long.sav",
    column_labels=LABELS, variable_value_labels={"province": {"Đắk Nông": "Tây Nguyên"}})
