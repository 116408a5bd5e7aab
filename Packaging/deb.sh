#!/usr/bin/env bash
# Makes a Debian package: deb.sh VERSION FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
version=$1 folder=$2
architecture=$(dpkg --print-architecture)
name=minhbach_${version}_$architecture
root=$folder/$name
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

rm -rf "${root:?}"
mkdir -p "$root/DEBIAN" "$root/usr/share/doc/minhbach"
make --no-print-directory --old-file=build install DESTDIR="$PWD/$root" PREFIX=/usr
cp LICENSE "$root/usr/share/doc/minhbach/copyright"
gzip -9n <CHANGELOG.md >"$root/usr/share/doc/minhbach/changelog.gz"
gzip -9n "$root"/usr/share/man/man1/*.1
# Debian's folder for functions of zsh that packages bring.
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
chmod -R u+rwX,go+rX,go-w "$root"

depends=$(Packaging/dependencies.sh "$root/usr/bin/minhbach" | paste -sd, | sed 's/,/, /g')
cat >"$root/DEBIAN/control" <<CONTROL
Package: minhbach
Version: $version
Architecture: $architecture
Maintainer: minhbach <minhbach@users.noreply.github.com>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: $depends
Suggests: libreoffice-writer-nogui
Section: math
Priority: optional
Description: what moves a province's PCI transparency rank
 Rebuilds the Transparency sub-index of Vietnam's Provincial Competitiveness
 Index from its published figures, tells which sub-indicators move a province's
 rank most and how sure that is, and finds yearly targets for a rank, each with
 its probability. Answers as tables, CSV, XLSX, HTML and plan documents.
CONTROL
dpkg-deb --root-owner-group --build "$root" "$folder/$name.deb" >/dev/null
echo "$folder/$name.deb"
