"""Python values as words of a command line."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from pandas import DataFrame, MultiIndex

File: TypeAlias = str | os.PathLike[str]
"""The path of a file."""

Table: TypeAlias = File | DataFrame
"""The path of a table (.csv, .xlsx, .dta and others), or a frame."""

Names: TypeAlias = str | Sequence[str]
"""Names, or one text with commas between."""


class CommandLine:
    """The words of a command line; frames become files in a folder that must outlive the run."""

    def __init__(self, command: str, folder: Path) -> None:
        self.words = command.split()
        self.folder = folder

    def add_options(self, options: Mapping[str, object]) -> None:
        """Adds options by their names, such as `--year`.

        `None` and `False` are left out, `True` is a flag, a mapping is told one pair at a time,
        and lists are joined by commas.
        """
        for name, value in options.items():
            if isinstance(value, Mapping):
                self.words += [f"{name}={key}={each}" for key, each in value.items()]
            elif isinstance(value, bool | np.bool_):
                self.words += [name] if value else []
            elif isinstance(value, Iterable) and not isinstance(value, str | DataFrame):
                joined = ",".join(str(each) for each in value)
                self.words += [f"{name}={joined}"] if joined else []
            elif value is not None:
                # In one word, so that a value may begin with a hyphen.
                self.words.append(f"{name}={self._word(value, name.lstrip('-'))}")

    def add_arguments(self, arguments: Mapping[str, object]) -> None:
        """Adds what stands by its place, after all options."""
        given = [
            self._word(each, name if number == 1 else f"{name}-{number}")
            for name, value in arguments.items()
            for number, each in enumerate(_several(value), start=1)
        ]
        self.words += ["--", *given] if given else []

    def _word(self, value: object, name: str) -> str:
        if isinstance(value, DataFrame):
            path = self.folder / f"{name}.csv"
            write(value, path)
            return str(path)
        return os.fspath(value) if isinstance(value, os.PathLike) else str(value)


def _several(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def write(frame: DataFrame, path: Path) -> None:
    """Writes a frame as the CSV that the program reads.

    An index that has a name becomes a column; truth is written as 1 and 0, to be reckoned with.
    """
    if isinstance(frame.columns, MultiIndex):
        raise TypeError(
            "A table has one row of headings: this frame's columns have several levels."
        )
    if any(name is not None for name in frame.index.names):
        frame = frame.reset_index()
    truths = list(frame.select_dtypes(["bool", "boolean"]).columns)
    frame = frame.astype({name: "Int8" for name in truths})
    frame.to_csv(path, index=False, encoding="utf-8")
