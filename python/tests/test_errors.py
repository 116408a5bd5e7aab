"""What goes wrong, and how it is told."""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from pandas import DataFrame

import minhbach
from minhbach import _program


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where frames become files."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def instead(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Lets a script stand for the program."""
    program = folder / "program"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("MINHBACH_PROGRAM", str(program))


def test_an_unknown_province_is_a_usage_error_in_the_words_of_the_program() -> None:
    with pytest.raises(minhbach.UsageError) as caught:
        minhbach.profile("Atlantis", year=2017)
    assert str(caught.value) == 'no province is called "Atlantis"'
    assert caught.value.exit_code == 64


def test_how_a_command_is_used_is_no_part_of_the_message() -> None:
    with pytest.raises(minhbach.UsageError) as caught:
        minhbach.text("score", anything=1)
    assert str(caught.value) == "Unknown option '--anything'"


def test_bad_data_name_the_column_of_a_frame_and_no_file_that_is_gone(scratch: Path) -> None:
    frame = DataFrame({"y": [1.0, 2.0, 3.0], "g": ["a", "b", "c"]})
    with pytest.raises(minhbach.DataError) as caught:
        minhbach.regress(table=frame, response="y", regressors=["g"])
    assert str(caught.value) == 'table.csv, line 2, column "g": "a" is not a number'
    assert list(scratch.iterdir()) == []


def test_files_of_frames_are_gone_after_an_answer(scratch: Path) -> None:
    frame = DataFrame({"y": [1.0, 2.0, 4.0, 3.0], "a": [1.0, 2.0, 3.0, 4.0]})
    minhbach.regress(table=frame, response="y", regressors="a", errors="classical")
    assert list(scratch.iterdir()) == []


def test_a_missing_file_is_named() -> None:
    with pytest.raises(minhbach.MissingFileError, match=r"^/none\.csv: there is no such file$"):
        minhbach.score(rule="/none.csv")


@pytest.mark.parametrize("exit_code", [1, 69])
def test_other_faults_are_of_the_common_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exit_code: int
) -> None:
    script = f"echo 'at work' >&2; echo 'Error: no luck' >&2; exit {exit_code}"
    instead(monkeypatch, tmp_path, script)
    with pytest.raises(minhbach.MinhBachError, match=r"^no luck$") as caught:
        minhbach.score()
    assert type(caught.value) is minhbach.MinhBachError
    assert caught.value.exit_code == exit_code


def test_a_missing_library_tells_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The program itself, asking for a library that nobody has.
    linked = minhbach.program().read_bytes()
    assert b"\0libzip.so.4\0" in linked
    program = tmp_path / "minhbach"
    program.write_bytes(linked.replace(b"\0libzip.so.4\0", b"\0libzap.so.4\0"))
    program.chmod(0o755)
    monkeypatch.setenv("MINHBACH_PROGRAM", str(program))
    with pytest.raises(minhbach.MissingLibraryError) as caught:
        minhbach.score()
    assert str(caught.value).startswith(
        "The library libzap.so.4 is missing. On Debian 12: apt-get install --no-install-recommends "
    )
    assert " libzip4 " in str(caught.value)


def test_a_program_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINHBACH_PROGRAM", "/none/minhbach")
    with pytest.raises(minhbach.MinhBachError, match=r"^/none/minhbach cannot be run: No such"):
        minhbach.score()


def test_a_program_that_is_killed_says_by_which_signal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, tmp_path, "kill -9 $$")
    with pytest.raises(minhbach.MinhBachError, match="ended by signal 9") as caught:
        minhbach.score()
    assert caught.value.exit_code == -9


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = minhbach.DataError("x", 65)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.exit_code) == (minhbach.DataError, "x", 65)


def test_an_interrupt_ends_the_program_too(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $$ >{told}.new; mv {told}.new {told}; exec sleep 60\n")
    program.chmod(0o755)
    python = subprocess.Popen(
        [sys.executable, "-c", "import minhbach; minhbach.score()"],
        env={**os.environ, "MINHBACH_PROGRAM": str(program)},
        stderr=subprocess.PIPE,
    )
    # Importing pandas takes a second or two; a minute is for a machine that is busy.
    deadline = time.monotonic() + 60
    while not told.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    child = int(told.read_text())
    # To Python alone, as a notebook's stop button does.
    python.send_signal(signal.SIGINT)
    _, errors = python.communicate(timeout=30)
    assert b"KeyboardInterrupt" in errors
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_nothing_is_asked_on_the_terminal(tmp_path: Path) -> None:
    store = tmp_path / "pci.sqlite"
    figure = DataFrame({"province": ["Đắk Nông"], "year": [2017], "website_use": [0.5]})
    minhbach.ingest(figure, store=store)
    with pytest.raises(minhbach.DataError, match=r"1 figure of .* would be replaced"):
        minhbach.ingest(figure.assign(website_use=0.75), store=store)
    minhbach.ingest(figure.assign(website_use=0.75), store=store, replace=True)


def test_the_program_is_the_one_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINHBACH_PROGRAM", raising=False)
    assert minhbach.program() == Path(_program.__file__).parent / "_bundle/bin/minhbach"
