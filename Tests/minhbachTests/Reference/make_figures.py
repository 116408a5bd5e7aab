"""Writes figures.dta and figures.sav: provinces as labelled codes, as survey files have them."""

import pathlib

import pandas
import pyreadstat

folder = pathlib.Path(__file__).resolve().parent
provinces = {58: "Đắk Nông", 63: "Kon Tum"}
data = pandas.DataFrame(
    {"province": [58, 63], "year": [2020, 2020], "website_score": [37.5, None],
     "website_use": [0.75, 0.5]})

data.to_stata(
    folder / "figures.dta", write_index=False, version=118, value_labels={"province": provinces})
pyreadstat.write_sav(
    data, folder / "figures.sav", variable_value_labels={"province": provinces})
print(f"pandas {pandas.__version__}, pyreadstat {pyreadstat.__version__}")
