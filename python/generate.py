#!/usr/bin/env python3
"""Makes src/minhbach/_commands.py of what the program tells of itself: generate.py PROGRAM.

python/generate.py .build/release/minhbach >python/src/minhbach/_commands.py
"""

import json
import keyword
import re
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# What only a text or an interval can be.
TEXTS = ("x", "2013-2016")
# Files that are not tables, so that no frame stands for them.
PLAIN_FILES = frozenset("store output document template write-template part".split())
# Tables whose value is not called a file, since the name of a bundled one will do.
TABLES = frozenset({"checklist"})
# A command with such an option writes that file in place of an answer.
WRITTEN = ("output", "document", "write-template")
# What the functions settle themselves.
# A part is no answer: parts are drawn on the command line, and `merge` joins them here as well.
SETTLED = frozenset({"format", "excel-csv", "quiet", "replicates"})
LISTED = re.compile(r"(with|separated by) commas")
WIDTH = 99


@dataclass(frozen=True)
class Parameter:
    """A parameter of a function, for an option, a flag or an argument of a command."""

    described: dict[str, Any]
    number: str
    """`int` or `float` for an option of numbers, `str | int` of words, too, `str` for any other."""

    @property
    def is_placed(self) -> bool:
        """Whether it is told by its place."""
        return bool(self.described["kind"] == "argument")

    @property
    def option(self) -> str:
        """The longest name of the option, without hyphens."""
        names = self.described["names"] or [self.described["value"]]
        return str(max(names, key=len)).lstrip("-")

    @property
    def name(self) -> str:
        """The name in Python."""
        name = self.option.replace("-", "_")
        return f"{name}_" if keyword.iskeyword(name) else name

    @property
    def is_required(self) -> bool:
        """Whether it must be told."""
        return bool(self.described["required"])

    @property
    def type(self) -> str:
        """The type in Python."""
        described, value = self.described, self.described["value"]
        if described["kind"] == "flag":
            return "bool"
        if described["values"]:
            values = described["values"]
            numbers = all(each.isdecimal() for each in values)
            return f"Literal[{', '.join(each if numbers else quoted(each) for each in values)}]"
        if value == "heading=meaning":
            return "Mapping[str, str]"
        if value in ("file", "files", "part") or self.option in TABLES:
            kind = "File" if self.option in PLAIN_FILES else "Table"
            return f"{kind} | Sequence[{kind}]" if described["repeating"] else kind
        if described["repeating"]:
            raise SystemExit(f"--{self.option} is repeating: say in generate.py what it takes.")
        if value == "low,high":
            return "str | Sequence[float]"
        if LISTED.search(described["abstract"]) or "," in described["default"]:
            return "Names"
        return self.number

    @property
    def declaration(self) -> str:
        """The parameter as a function declares it."""
        if self.is_required:
            return f"{self.name}: {self.type}"
        if self.type == "bool":
            return f"{self.name}: bool = False"
        return f"{self.name}: {self.type} | None = None"

    @property
    def documentation(self) -> str:
        """What is said of it."""
        text = " ".join(self.described["abstract"].split()).removesuffix(" May be repeated.")
        default = self.described["default"]
        if default and "Default:" not in text:
            text += f" Default: {default}."
        return f"{self.name}: {text}"


@dataclass(frozen=True)
class Function:
    """A function, for a command."""

    command: str
    overview: str
    parameters: list[Parameter]

    @property
    def name(self) -> str:
        """The name in Python."""
        return self.command.replace(" ", "_")

    @property
    def source(self) -> str:
        """The function, and how it may be called where that decides what it returns."""
        files = [each for each in self.parameters if each.option in WRITTEN]
        choices = [each for each in files if not each.is_required]
        result = "DataFrame | Path" if choices else "Path" if files else "DataFrame"
        overloads = [self.overload(None, choices)] if choices else []
        overloads += [self.overload(each, choices) for each in choices]
        lines = [*overloads, f"def {self.name}({self.declarations(None, [])}) -> {result}:"]
        lines.append(self.documentation(result))
        for kind, is_placed in (("options", False), ("arguments", True)):
            items = [
                f"{quoted(each.option if is_placed else '--' + each.option)}: {each.name},"
                for each in self.parameters
                if each.is_placed == is_placed
            ]
            lines.append(braced(f"    {kind}: dict[str, object] = ", items))
        lines += [
            f"    if {each.name} is not None:\n"
            f"        return written({quoted(self.command)}, options, arguments, to={each.name})"
            for each in choices
        ]
        lines += [
            f"    return written({quoted(self.command)}, options, arguments, to={each.name})"
            for each in files
            if each not in choices
        ]
        if result != "Path":
            lines.append(f"    return answered({quoted(self.command)}, options, arguments)")
        return "\n".join(lines) + "\n"

    def declarations(self, chosen: Parameter | None, choices: list[Parameter]) -> str:
        """The parameters, one a line: those told by their place, then those that must be told."""
        placed = [each.declaration for each in self.parameters if each.is_placed]
        named = [each for each in self.parameters if not each.is_placed]
        lines = [
            f"{each.name}: {'File' if each == chosen else 'None = None'}"
            if each in choices
            else each.declaration
            for each in sorted(named, key=lambda each: not each.is_required)
        ]
        return "\n" + "".join(f"    {line},\n" for line in [*placed, "*", *lines])

    def overload(self, chosen: Parameter | None, choices: list[Parameter]) -> str:
        """How the function is called when this file is written, or none."""
        declarations = self.declarations(chosen, choices)
        result = "DataFrame" if chosen is None else "Path"
        return f"@overload\ndef {self.name}({declarations}) -> {result}: ..."

    def documentation(self, result: str) -> str:
        """What the function does, and what its parameters are."""
        head, *rest = self.overview.split("\n\n")
        parts = [filled(head, "    "), *(textwrap.indent(each, "    ") for each in rest)]
        entries = "\n".join(filled(each.documentation, " " * 8) for each in self.parameters)
        parts.append(f"    Args:\n{entries}")
        if result == "Path":
            parts.append("    Returns:\n        The path of what was written.")
        text = "\n\n".join(parts).strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        return f'    """{text}\n    """'


def filled(text: str, indent: str) -> str:
    """A paragraph in lines of the width, all but the first of an entry further in."""
    inner = indent + ("    " if len(indent) > 4 else "")
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=inner,
        break_long_words=False,
        break_on_hyphens=False,
    )


def braced(head: str, items: list[str]) -> str:
    """A dictionary one item a line."""
    if not items:
        return head + "{}"
    return head + "{\n" + "".join(f"        {item}\n" for item in items) + "    }"


def quoted(text: str) -> str:
    """A text as Python writes it, between double quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def overview(program: Path, command: str) -> str:
    """What the help of a command says before its examples."""
    words = [str(program), *command.split(), "--help"]
    text = subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout
    body = re.split(r"^(?:EXAMPLES|USAGE):", text, flags=re.MULTILINE)[0]
    return body.removeprefix("OVERVIEW: ").strip()


def functions(program: Path) -> list[Function]:
    """The functions, one for each command that answers."""
    words = [str(program), "--describe-interface"]
    described = subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout
    numbers: dict[str, str] = {}
    return [
        Function(
            command["name"].removeprefix("minhbach "),
            overview(program, command["name"].removeprefix("minhbach ")),
            parameters(program, command, numbers),
        )
        for command in json.loads(described)
        if command["arguments"]
    ]


def parameters(program: Path, command: dict[str, Any], numbers: dict[str, str]) -> list[Parameter]:
    """What a function is told: of a command that answers, not where the answer goes.

    A page always needs its file: the program would name it after the province. Types that are
    found are kept in `numbers`, since options of the same description are the same.
    """
    words = command["name"].removeprefix("minhbach ").split()
    answers = any("--format" in each["names"] for each in command["arguments"])
    made: list[Parameter] = []
    for described in command["arguments"]:
        found = Parameter(described, "str")
        if found.option == "output":
            described = {**described, "required": True}
        if found.option not in SETTLED and not (answers and found.option == "output"):
            key = json.dumps(described)
            if key not in numbers:
                numbers[key] = number([str(program), *words], found)
            made.append(Parameter(described, numbers[key]))
    return made


def number(command: list[str], parameter: Parameter) -> str:
    """The type of an option's value: the program tells what it is called, not of what type it is.

    So values are tried, beside a fault that keeps the command from being run.
    """
    described = parameter.described
    if described["kind"] != "option" or described["values"] or described["value"] == "file":
        return "str"

    def takes(value: str) -> bool:
        words = [*command, f"--{parameter.option}={value}", "--lang=fault"]
        told = subprocess.run(words, capture_output=True, encoding="utf-8").stderr
        return "'fault' is invalid" in told

    if any(takes(text) for text in TEXTS):
        return "str"
    kind = "float" if takes("0.5") else "int" if takes("1") else "str"
    word = re.search(r"'(\w+)'", described["abstract"])
    return f"str | {kind}" if kind != "str" and word and takes(word[1]) else kind


def source(program: Path) -> str:
    """The module."""
    made = functions(program)
    names = "".join(f"    {quoted(each.name)},\n" for each in sorted(made, key=lambda f: f.name))
    return (
        '"""The commands as functions. Made by generate.py of what the program tells."""\n\n'
        "from collections.abc import Mapping, Sequence\n"
        "from pathlib import Path\n"
        "from typing import Literal, overload\n\n"
        "from pandas import DataFrame\n\n"
        "from minhbach._arguments import File, Names, Table\n"
        "from minhbach._program import answered, written\n\n"
        f"__all__ = [\n{names}]\n\n\n" + "\n\n".join(each.source for each in made)
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(source(Path(sys.argv[1])))
