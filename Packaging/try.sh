#!/usr/bin/env bash
# Tries tarball and Debian package in bare Debian roots: try.sh TARBALL PACKAGE [MIRROR]
#
# As root, where debootstrap is. Each root is a minimal Debian 12 with nothing but what the tarball
# says it needs, or what the package declares; the program then answers there without the network.
set -euo pipefail
tarball=$(realpath "$1") package=$(realpath "$2") mirror=${3:-http://deb.debian.org/debian}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
debootstrap --variant=minbase bookworm "$scratch/bare" "$mirror" >/dev/null
# What apt is told of mirrors on this machine holds in the roots as well.
cp /etc/apt/sources.list "$scratch/bare/etc/apt/" 2>/dev/null || true
cp /etc/apt/sources.list.d/*.sources "$scratch/bare/etc/apt/sources.list.d/" 2>/dev/null || true
cp /etc/apt/apt.conf.d/*proxy* "$scratch/bare/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$scratch/bare/etc/resolv.conf"
cp -a "$scratch/bare" "$scratch/package"

in_root() { chroot "$@"; }
install_in() {
  in_root "$1" apt-get update -qq
  in_root "$1" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${@:2}" >/dev/null 2>&1
}
# Runs a command in a root, alone and without the network. A program of Swift reads its own words
# from /proc, which every container has.
alone_in() {
  unshare --net --pid --fork --mount --mount-proc="$1/proc" chroot "$1" env LC_ALL=C.UTF-8 "${@:2}"
}
ask() {
  alone_in "$1" "$2" --version
  alone_in "$1" "$2" score --year 2019 --format csv | head -3
  alone_in "$1" "$2" target "Đắk Nông" --year 2017 --rank 40 --by 2020 --format csv | head -3
}

echo "== the tarball"
tar --extract --gzip --file "$tarball" --directory "$scratch/bare/opt"
name=$(basename "$tarball" .tar.gz)
packages=$(sed -n 's/.*--no-install-recommends //p' "$scratch/bare/opt/$name/README.txt")
# shellcheck disable=SC2086
install_in "$scratch/bare" $packages
ask "$scratch/bare" "/opt/$name/bin/minhbach"

echo "== the package"
cp "$package" "$scratch/package/opt/minhbach.deb"
install_in "$scratch/package" /opt/minhbach.deb
ask "$scratch/package" minhbach
in_root "$scratch/package" dpkg --status minhbach | grep -E '^(Status|Version|Depends)'
in_root "$scratch/package" dpkg --listfiles minhbach | grep -cE '/man1/'
