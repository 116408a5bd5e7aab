#!/usr/bin/env bash
# Makes a wheel that carries the program and its figures: wheel.sh VERSION FOLDER
#
# Of the program's installation it takes bin and share/minhbach, and it notes which Debian packages
# hold the libraries that the program is linked to. Hatchling is Debian's python3-hatchling where
# that is installed, else fetched once. The same commit and Hatchling give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1 folder=$2
python=.build/python/build
bundle=$PWD/.build/python/bundle

export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

rm -rf "${bundle:?}" "$folder"/minhbach-*.whl
mkdir -p "$folder" "$bundle"
# What make wheel has just built is not built again.
make --no-print-directory --old-file=build install DESTDIR="$bundle" PREFIX=
find "$bundle" -mindepth 1 -maxdepth 2 ! -path "$bundle/bin*" ! -path "$bundle/share" \
  ! -path "$bundle/share/minhbach" -exec rm -rf {} +
Packaging/dependencies.sh "$bundle/bin/minhbach" | sed 's/ (.*//' >"$bundle/packages.txt"
cp LICENSE "$bundle"

[ -x $python/bin/python ] || python3 -m venv --system-site-packages $python
$python/bin/python -c 'import hatchling' 2>/dev/null || $python/bin/pip install --quiet hatchling
MINHBACH_VERSION=$version MINHBACH_BUNDLE=$bundle $python/bin/pip wheel --quiet --no-deps \
  --no-build-isolation --no-index --wheel-dir "$folder" ./python
echo "$folder"/minhbach-*.whl
