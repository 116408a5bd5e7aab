"""Puts the program and its figures into the wheel."""

import os
import sysconfig
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ProgramHook(BuildHookInterface[Any]):
    """Includes the folder that `MINHBACH_BUNDLE` names, laid out as `make install` does.

    Inside the package it is `_bundle`: the program finds its figures beside itself.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the folder, and the tag: any Python 3, but this system and processor."""
        bundle = os.environ["MINHBACH_BUNDLE"]
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][bundle] = "minhbach/_bundle"
