#!/usr/bin/env bash
# Makes a tarball that runs from wherever it is unpacked: dist.sh VERSION FOLDER
#
# The Swift runtime is linked into the program; of C libraries it asks for the packages that its
# README.txt names. The same commit gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1 folder=$2
name=minhbach-$version-linux-$(uname -m)
moment=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

rm -rf "${folder:?}/$name"
mkdir -p "$folder"
make --no-print-directory --old-file=build install DESTDIR="$PWD/$folder/" PREFIX="$name"
cp LICENSE CHANGELOG.md "$folder/$name"
packages=$(Packaging/dependencies.sh "$folder/$name/bin/minhbach" | sed 's/ (.*//')
cat >"$folder/$name/README.txt" <<TEXT
minhbach $version

Run bin/minhbach from wherever this folder stands. On Debian 12 it asks for:

  apt-get install --no-install-recommends $(echo $packages)

and for papers (plan --document) for libreoffice-writer-nogui. Read the manual with

  man -l share/man/man1/minhbach.1
TEXT
tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$moment" \
  --mode=u+rwX,go+rX,go-w --directory "$folder" "$name" | gzip -9n >"$folder/$name.tar.gz"
echo "$folder/$name.tar.gz"
