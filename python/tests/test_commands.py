"""The generated functions beside the program and beside one another."""

import importlib.util
import inspect
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, assert_type

import pandas as pd
import pytest

import minhbach
from minhbach import _commands

PYTHON = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", PYTHON / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["generate"] = module
    spec.loader.exec_module(module)
    return module


def test_the_functions_are_those_of_the_program(generator: ModuleType) -> None:
    made = generator.source(minhbach.program())
    remedy = "stale: python/generate.py .build/release/minhbach >python/src/minhbach/_commands.py"
    assert Path(_commands.__file__).read_text("utf-8") == made, remedy


@pytest.mark.parametrize("name", sorted(p.name for p in (PYTHON / "src/minhbach").glob("*.py")))
def test_what_is_tried_is_what_is_here(name: str) -> None:
    here = (PYTHON / "src/minhbach" / name).read_bytes()
    assert (Path(minhbach.__file__).parent / name).read_bytes() == here, "stale wheel: make wheel"


def test_every_function_is_exported_and_documents_each_parameter() -> None:
    assert len(_commands.__all__) >= 27
    for name in _commands.__all__:
        function = getattr(minhbach, name)
        for parameter in inspect.signature(function).parameters:
            assert f"        {parameter}: " in (function.__doc__ or ""), f"{name}: {parameter}"


def test_the_version_is_that_of_the_program() -> None:
    assert minhbach.text("--version").split()[0] == minhbach.__version__


if TYPE_CHECKING:
    # Checked by mypy: what a call returns is told by what it is asked to write.
    assert_type(minhbach.score(year=2019, units=34), pd.DataFrame)
    assert_type(minhbach.plan("x", rank=40, by=2020), pd.DataFrame)
    assert_type(minhbach.plan("x", rank=40, by=2020, document="plan.docx"), Path)
    assert_type(minhbach.plan(write_template="plan.html"), Path)
    assert_type(minhbach.workbook(output="index.xlsx"), Path)
    minhbach.score(year="2019")  # type: ignore[arg-type]
    minhbach.score(ties="best")  # type: ignore[arg-type]
    minhbach.score(rank=1)  # type: ignore[call-arg]
    minhbach.workbook()  # type: ignore[call-arg]
