#!/usr/bin/env bash
# Prints the Debian packages that a program needs when it runs, one a line: dependencies.sh PROGRAM
#
# Those whose libraries it is linked to are found by dpkg-shlibdeps. CBC is loaded when it is first
# needed, so that no tool can see it: its package is named here.
set -euo pipefail
program=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/debian"
touch "$scratch/debian/control"
cd "$scratch"
dpkg-shlibdeps -O --ignore-missing-info "$program" 2>/dev/null \
  | sed -n 's/^shlibs:Depends=//p' | tr ',' '\n' | sed 's/^ *//'
echo coinor-libcbc3
