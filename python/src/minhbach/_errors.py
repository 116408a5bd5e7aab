"""What can go wrong, by the program's exit codes."""


class MinhBachError(Exception):
    """The program ended without an answer; the text is its own message."""

    # Where it is to be caught, not where it is written.
    __module__ = "minhbach"

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code
        """What the program ended with; below zero, the signal that ended it."""

    def __reduce__(self) -> tuple[type["MinhBachError"], tuple[str, int]]:
        """Pickles with the exit code, so that it comes whole out of another process."""
        return type(self), (str(self), self.exit_code)


class UsageError(MinhBachError):
    """What was asked cannot be asked so: an unknown province, options that exclude each other."""

    __module__ = "minhbach"


class DataError(MinhBachError):
    """Figures are wrong or missing; the message names the place and the remedy."""

    __module__ = "minhbach"


class MissingFileError(MinhBachError):
    """A file is not there, or cannot be read."""

    __module__ = "minhbach"


class MissingLibraryError(MinhBachError):
    """A shared library of the program is not installed; the message names Debian's packages."""

    __module__ = "minhbach"


# EX_USAGE, EX_DATAERR and EX_NOINPUT of sysexits.h.
BY_EXIT_CODE: dict[int, type[MinhBachError]] = {
    64: UsageError,
    65: DataError,
    66: MissingFileError,
}
