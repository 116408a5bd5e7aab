"""Documents the library product from what is compiled: documentation.py BUILT FOLDER

BUILT is the folder of the debug build, FOLDER takes the site. It fails where a public symbol of the
product has no comment of its own, and where docc warns, as of a link that leads nowhere.
"""

import json
import pathlib
import shutil
import subprocess
import sys

PRODUCT = 'MinhBachKit'
CATALOGUE = f'Sources/{PRODUCT}/Documentation.docc'


def modules():
    """The modules of the product, as the manifest lists them."""
    package = json.loads(subprocess.check_output(['swift', 'package', 'dump-package']))
    return next(entry['targets'] for entry in package['products'] if entry['name'] == PRODUCT)


def target():
    """The triple that the compiler builds for."""
    told = json.loads(subprocess.check_output(['swiftc', '-print-target-info']))
    return told['target']['unversionedTriple']


def extract(built, graphs):
    """Writes the symbol graphs of all modules of the product."""
    maps = [*pathlib.Path('Sources').glob('C*/module.modulemap'),
            *built.glob('C*.build/module.modulemap')]
    options = ['-target', target(), '-I', built / 'Modules', '-minimum-access-level', 'public',
               '-skip-inherited-docs', '-skip-synthesized-members', '-output-dir', graphs]
    for path in maps:
        options += ['-Xcc', f'-fmodule-map-file={path.resolve()}']
    for module in modules():
        subprocess.run(['swift-symbolgraph-extract', '-module-name', module, *options], check=True)


def symbols(graphs):
    """The number of public symbols, and the names of those without a comment.

    What the compiler writes needs none, nor what answers a protocol's requirement, which has one.
    """
    count, bare = 0, []
    for path in sorted(graphs.glob('*.symbols.json')):
        graph = json.loads(path.read_text())
        inherited = {edge['source'] for edge in graph['relationships'] if 'sourceOrigin' in edge}
        for symbol in graph['symbols']:
            count += 1
            if ('location' in symbol and 'docComment' not in symbol
                    and symbol['identifier']['precise'] not in inherited):
                bare.append('.'.join([graph['module']['name'], *symbol['pathComponents']]))
    return count, bare


def main(built, folder):
    graphs = folder.with_name(folder.name + '-symbols')
    for old in (graphs, folder):
        shutil.rmtree(old, ignore_errors=True)
    graphs.mkdir(parents=True)
    extract(built, graphs)
    count, bare = symbols(graphs)
    for name in bare:
        print(f'{name} has no doc comment', file=sys.stderr)
    if bare or count == 0:
        return 1
    converted = subprocess.run(
        ['docc', 'convert', CATALOGUE, '--additional-symbol-graph-dir', graphs, '--output-path',
         folder, '--fallback-display-name', PRODUCT, '--fallback-default-module-kind', 'Library',
         '--warnings-as-errors'])
    if converted.returncode != 0:
        return 1
    print(f'{count} public symbols in {folder}; to read: python3 -m http.server --directory '
          f'{folder}, and there /documentation/{PRODUCT.lower()}')
    return 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
