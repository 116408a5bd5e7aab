"""Runs every notebook in a temporary copy of this folder, and keeps what comes out.

With --check nothing is kept: it fails where a cell fails, or where a text that a cell
prints is another than the one kept. Pictures are not compared, since their bytes change with
the versions of libraries; whatever they show is drawn from the same answers.
"""

import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time

import nbclient
import nbformat

# Spares the log a warning of the debugger that no kernel here needs.
os.environ['PYDEVD_DISABLE_FILE_VALIDATION'] = '1'
FOLDER = pathlib.Path(__file__).parent


def executed(copy):
    """The notebook as it runs from top to bottom in a fresh kernel, and the seconds it took."""
    start = time.monotonic()
    notebook = nbformat.read(copy, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == 'code':
            cell.outputs, cell.execution_count = [], None
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name='python3', record_timing=False,
        resources={'metadata': {'path': str(copy.parent)}})
    client.execute()
    notebook.metadata = {'kernelspec': notebook.metadata.kernelspec}
    for number, cell in enumerate(notebook.cells, 1):
        cell.id, cell.metadata = f'cell-{number}', {}
    return notebook, time.monotonic() - start


def texts(notebook):
    """What each cell prints, a line for each line, pictures as a word."""
    lines = []
    for cell in notebook.cells:
        for output in cell.get('outputs', []):
            if output.output_type == 'stream':
                lines += [f'[{cell.id}] {line}' for line in output.text.splitlines()]
            elif output.output_type == 'error':
                lines += [f'[{cell.id}] {output.ename}: {output.evalue}']
            else:
                for kind, text in sorted(output.data.items()):
                    shown = ['(picture)'] if kind.startswith('image/') else text.splitlines()
                    lines += [f'[{cell.id}] {line}' for line in shown]
    return lines


def main(arguments):
    check = '--check' in arguments
    chosen = [word for word in arguments if not word.startswith('--')]
    paths = sorted(FOLDER.glob('[0-9][0-9]-*.ipynb'))
    if chosen:
        paths = [path for path in paths if any(path.name.startswith(word) for word in chosen)]
    failed = not paths
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / 'notebooks'
        shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns('.*', '__pycache__'))
        with concurrent.futures.ThreadPoolExecutor(min(2, os.cpu_count() or 1)) as pool:
            running = [(path, pool.submit(executed, copy / path.name)) for path in paths]
            for path, future in running:
                try:
                    notebook, seconds = future.result()
                except nbclient.exceptions.CellExecutionError as error:
                    told = re.sub(r'\x1b\[[0-9;]*m', '', str(error)).strip().splitlines()
                    print(f'{path.name}: a cell failed', *told[-15:], sep='\n', file=sys.stderr)
                    failed = True
                    continue
                print(f'{path.name}: {seconds:.0f} s', flush=True)
                if not check:
                    nbformat.write(notebook, path)
                    continue
                kept = texts(nbformat.read(path, as_version=4))
                difference = list(difflib.unified_diff(
                    kept, texts(notebook), 'kept', 'now', lineterm='', n=0))
                if difference:
                    print(f'{path.name}: prints something else; run make notebooks and look\n'
                          + '\n'.join(difference[:40]), file=sys.stderr)
                    failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
