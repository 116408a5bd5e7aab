"""What the notebooks share: the program's answers as frames, sentences in two languages, charts."""

import io
import shlex
import string
import subprocess
import textwrap

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython import get_ipython
from IPython.display import Markdown, display

__all__ = [
    'minhbach', 'names', 'say', 'rank_axis', 'comma', 'np', 'pd', 'plt',
    'BLUE', 'ORANGE', 'GREEN', 'PURPLE', 'RED', 'GREY', 'PALE',
]

# Okabe and Ito's colours, told apart by the colour-blind too.
BLUE, ORANGE, GREEN, PURPLE, RED = '#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00'
GREY, PALE = '#6E6E6E', '#BDBDBD'

plt.rcParams.update({
    'font.family': 'DejaVu Sans',  # has every Vietnamese letter, and comes with matplotlib
    'font.size': 9,
    'figure.dpi': 90,
    'figure.constrained_layout.use': True,
    'axes.spines.top': False,
    'axes.spines.right': False,
    'axes.grid': True,
    'axes.grid.axis': 'x',
    'axes.axisbelow': True,
    'grid.color': '#E4E4E4',
    'axes.titlesize': 10,
    'axes.titlelocation': 'left',
    'legend.frameon': False,
})
pd.set_option('display.width', 100, 'display.max_columns', 20, 'display.max_rows', 70)


def minhbach(command):
    """The answer to a command line of the program as a frame; its own words where it refuses."""
    words = ['minhbach', *shlex.split(command), '--format', 'csv', '--quiet']
    answer = subprocess.run(words, capture_output=True, text=True)
    if answer.returncode != 0:
        raise RuntimeError(answer.stderr.strip())
    return pd.read_csv(io.StringIO(answer.stdout))


def _run(command):
    """What `!command` does in a cell: reads the answer whole, and fails where the command does.

    Jupyter reads it in pieces as they come, which cuts letters of two bytes apart.
    """
    words = get_ipython().var_expand(command, depth=1)
    answer = subprocess.run(words, shell=True, capture_output=True, text=True)
    if answer.returncode != 0:
        raise RuntimeError(answer.stderr.strip())
    print(answer.stdout, end='')


get_ipython().system = _run


def names(year, language='vi', width=34):
    """The name of each indicator of a year by its code, broken into lines for a chart."""
    rows = minhbach(f'scenario new "Hà Nội" --year {year} --through {year + 1} --lang {language}')
    return {code: textwrap.fill(name, width) for code, name in zip(rows['indicator'], rows['name'])}


class _Numbers(string.Formatter):
    """Formats numbers with a true minus sign, and in Vietnamese with a decimal comma."""

    def __init__(self, comma):
        self.comma = comma

    def format_field(self, value, spec):
        if isinstance(value, str):
            return format(value, spec)
        if spec == '' and float(value).is_integer():
            value = int(value)  # a rank out of a row of mixed columns
        text = format(value, spec)
        text = text.replace('-', '−')
        return text.translate(str.maketrans('.,', ',.')) if self.comma else text


def say(vietnamese, english, /, **values):
    """Shows a sentence in both languages; whatever number stands in it is a value that was computed."""
    first = _Numbers(comma=True).format(vietnamese, **values)
    second = _Numbers(comma=False).format(english, **values)
    display(Markdown(f'{first}\n\n> *{second}*'))


def rank_axis(axis, last=63):
    """Numbers an axis by ranks, the best at its end."""
    axis.axes.set(**{f'{axis.axis_name}lim': (last + 1, 0)})
    axis.set_ticks([*range(last // 10 * 10, 0, -10), 1])


def comma(axis):
    """Numbers an axis as Vietnamese does, with a decimal comma."""
    axis.set_major_formatter(lambda value, _: f'{value:g}'.replace('.', ',').replace('-', '−'))
