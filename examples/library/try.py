"""Runs the programs of README.md as it shows them; fails where one prints something else."""

import pathlib
import shlex
import subprocess
import sys

PAGE = pathlib.Path(__file__).with_name('README.md')


def sessions(text):
    """Each command of the console blocks, and what stands below it."""
    for block in text.split('```console\n')[1:]:
        for session in ('\n' + block.split('```')[0]).split('\n$ ')[1:]:
            command, _, shown = session.partition('\n')
            yield command, shown.rstrip('\n')


def main():
    failed, tried = False, 0
    for command, shown in sessions(PAGE.read_text()):
        run = subprocess.run(
            shlex.split(command), cwd=PAGE.parents[2], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        printed = run.stdout.rstrip('\n')
        tried += 1
        if run.returncode != 0:
            print(f'{command}: failed', run.stderr, run.stdout, sep='\n', file=sys.stderr)
            failed = True
        elif printed != shown:
            print(f'{command}: shown\n{shown}\nprinted\n{printed}', file=sys.stderr)
            failed = True
    print(f'{tried} programs tried')
    return 1 if failed or tried == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
