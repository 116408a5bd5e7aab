#!/usr/bin/env bash
# Runs every test under sanitizers, each in a build of its own: run.sh [address] [thread]
#
# The first fault of memory or the first race fails the test that met it. Libraries are optimised as in any build
# for tests, so that what is looked at is what runs.
set -uo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- address thread
here=$PWD/Tests/Sanitizers
# Leaks are not looked for: the runtime of Swift keeps metadata and constants until the process ends.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1
export TSAN_OPTIONS=suppressions=$here/thread.supp:halt_on_error=0:exitcode=66
failed=0
for kind in "$@"; do
  echo "== $kind"
  folder=.build/$kind
  swift build --build-tests --sanitize "$kind" --scratch-path "$folder" || exit 1
  swift test --skip-build --sanitize "$kind" --scratch-path "$folder" --parallel 2>&1 \
    | tee "$folder/log" | grep -E '✘|WARNING: ThreadSanitizer|ERROR: AddressSanitizer|Test run'
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed=1
  # A child of a test may have met a fault that the test does not look at.
  grep -qE 'WARNING: ThreadSanitizer|ERROR: AddressSanitizer' "$folder/log" && failed=1
done
exit $failed
