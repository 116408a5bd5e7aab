#!/usr/bin/env bash
# Shows that nothing is asked of a network: offline.sh PROGRAM
#
# Each command runs twice: as usual, and in a network namespace without any interface but a loopback that is down. Both
# must end well and write the same bytes. The second run is watched: a socket of the internet, even one that is not
# connected, fails it. What LibreOffice is asked for, where it is installed, is watched with it.
set -euo pipefail
program=$(realpath "$1")
export MINHBACH_DATA=${MINHBACH_DATA:-$(realpath "$(dirname "$0")/../datasets")}
export SOURCE_DATE_EPOCH=1
command -v strace >/dev/null || { echo "install strace" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
alone=(unshare --net)
[ "$(id -u)" -eq 0 ] || alone=(unshare --map-root-user --net)
interfaces=$("${alone[@]}" tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ')
[ "$interfaces" = lo ] || { echo "the namespace has $interfaces" >&2; exit 1; }

sockets() { grep -cE 'AF_INET6?\b' calls || true; }
# What would be seen if there were one: a call by the shell, which finds nobody.
"${alone[@]}" strace -f -qq -e trace=network -o calls bash -c ': </dev/tcp/127.0.0.1/9' 2>/dev/null || true
[ "$(sockets)" -gt 0 ] || { echo "strace sees no sockets here" >&2; exit 1; }

plan=(plan "Đắk Nông" --year 2017 --rank 40 --by 2020 --quiet)
run() {
  local ending=$1 seen
  shift
  "$program" "$@" --output usual.$ending >/dev/null
  "${alone[@]}" strace -f -qq -e trace=network -o calls "$program" "$@" --output alone.$ending >/dev/null
  cmp usual.$ending alone.$ending
  seen=$(sockets)
  echo "$seen sockets of the internet, same bytes: minhbach $*"
  [ "$seen" -eq 0 ]
}

run csv ranks --year 2019 --quiet
run csv sensitivity "Đắk Nông" --year 2017 --quiet
run json target "Đắk Nông" --year 2017 --rank 40 --by 2020 --quiet
run csv "${plan[@]}"
run html report "Đắk Nông" --year 2017 --quiet
run xlsx workbook --year 2017 --quiet
if command -v soffice >/dev/null; then
  "${alone[@]}" strace -f -qq -e trace=network -o calls "$program" "${plan[@]}" --document plan.docx >/dev/null
  seen=$(sockets)
  echo "$seen sockets of the internet: minhbach ${plan[*]} --document plan.docx"
  [ "$seen" -eq 0 ] && [ -s plan.docx ]
fi
