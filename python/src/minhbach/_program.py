"""The program that the package carries, and how it is run."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pandas import DataFrame

from minhbach._arguments import CommandLine, File
from minhbach._errors import BY_EXIT_CODE, MinhBachError, MissingLibraryError
from minhbach._frames import frame

_BUNDLE = Path(__file__).parent / "_bundle"


def program() -> Path:
    """Where the program is: in the package, or what `MINHBACH_PROGRAM` names."""
    named = os.environ.get("MINHBACH_PROGRAM")
    return Path(named) if named else _BUNDLE / "bin" / "minhbach"


def answered(
    command: str, options: Mapping[str, object], arguments: Mapping[str, object]
) -> DataFrame:
    """The answer of a command as a frame."""
    return frame(run(command, {**options, "--format": "json"}, arguments))


def written(
    command: str, options: Mapping[str, object], arguments: Mapping[str, object], to: File
) -> Path:
    """The path of the file that a command writes."""
    run(command, {**options, "--quiet": True}, arguments)
    return Path(to)


def run(command: str, options: Mapping[str, object], arguments: Mapping[str, object]) -> bytes:
    """Runs a command.

    Args:
        command: Its name, such as `scenario new`.
        options: Values by the names of options; see `CommandLine`.
        arguments: Values that stand by their place.

    Returns:
        What it printed.

    Raises:
        MinhBachError: What the program says is wrong.
    """
    with tempfile.TemporaryDirectory(prefix="minhbach-") as folder:
        line = CommandLine(command, Path(folder))
        line.add_options(options)
        line.add_arguments(arguments)
        # As bytes, as the program reads them: the names of provinces pass whatever the locale is.
        words = [os.fsencode(program())]
        words += [word.encode("utf-8", "surrogateescape") for word in line.words]
        try:
            # An interrupt ends the program, too: subprocess.run kills it on any exception.
            ended = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True)
        except OSError as error:
            raise MinhBachError(f"{program()} cannot be run: {error.strerror}", 126) from error
        # What is told of a frame names no file that is gone.
        gone = f"{folder}/".encode("utf-8", "surrogateescape")
        if ended.returncode:
            told = ended.stderr.replace(gone, b"").decode("utf-8", "replace")
            raise _error(told, ended.returncode)
        return ended.stdout.replace(gone, b"")


def _error(told: str, exit_code: int) -> MinhBachError:
    library = re.search(r"error while loading shared libraries: ([^:\s]+)", told)
    if library:
        return MissingLibraryError(_how_to_install(library[1]), exit_code)
    if exit_code < 0:
        return MinhBachError(f"The program was ended by signal {-exit_code}.", exit_code)
    # Before the message there may be progress, after it how the command is used.
    message = re.search(r"^Error: (.*?)(?=^Usage: |\Z)", told, re.DOTALL | re.MULTILINE)
    kind = BY_EXIT_CODE.get(exit_code, MinhBachError)
    return kind((message[1] if message else told).strip(), exit_code)


def _how_to_install(library: str) -> str:
    listed = _BUNDLE / "packages.txt"
    packages = listed.read_text("utf-8").split() if listed.exists() else []
    remedy = f"apt-get install --no-install-recommends {' '.join(packages)}"
    return f"The library {library} is missing." + (f" On Debian 12: {remedy}" if packages else "")


def text(command: str, /, *arguments: object, **options: object) -> str:
    """What a command prints in a terminal: the readable table, in either language.

    Any command and any option: `text("score", year=2019, lang="vi")`,
    `text("target", "Đắk Nông", rank=40, by=2020, output="target.xlsx")`, `text("help", "target")`.
    """
    named = {f"--{name.rstrip('_').replace('_', '-')}": value for name, value in options.items()}
    placed = {f"argument-{place}": value for place, value in enumerate(arguments, start=1)}
    return run(command, named, placed).decode("utf-8")


def replace_by_program() -> None:
    """Runs the program in place of Python, with the words of this command line."""
    os.execv(program(), ["minhbach", *sys.argv[1:]])
