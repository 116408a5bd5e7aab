"""What moves a province's PCI transparency rank, and what it takes to raise it: as pandas frames.

Each command of the program is a function of the same name, each option a keyword: `--at-most 2` is
`at_most=2`, `--from 2015` is `from_=2015`, as Python keeps that word to itself.

    import minhbach

    minhbach.score(year=2019)
    minhbach.sensitivity("Đắk Nông", year=2017)
    minhbach.regress(table=frame, response="y", regressors=["a", "b"])

Where a table is read a frame may stand. An answer is a frame, with `attrs["notes"]` (sentences
that tell what the figures rest on) and `attrs["settings"]`; what writes a file returns its path.
"""

from importlib.metadata import version

from minhbach import _commands
from minhbach._commands import *  # noqa: F403
from minhbach._errors import (
    DataError,
    MinhBachError,
    MissingFileError,
    MissingLibraryError,
    UsageError,
)
from minhbach._program import program, text

__version__ = version("minhbach")
__all__ = [
    "DataError",
    "MinhBachError",
    "MissingFileError",
    "MissingLibraryError",
    "UsageError",
    "program",
    "text",
]
__all__ += _commands.__all__
