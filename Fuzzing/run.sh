#!/usr/bin/env bash
# Throws inputs at one parser, or at each: run.sh SECONDS [PARSER...]
#
# Inputs grow from Fuzzing/Corpus and from the files named here, which other tests and the program read too. What is
# new goes into .build/fuzzing/corpus, an input that fails into .build/fuzzing/found.
set -uo pipefail
cd "$(dirname "$0")/.."
seconds=$1
shift
fuzz=.build/fuzzing/release/Fuzz
parsers=("$@")
[ ${#parsers[@]} -gt 0 ] || read -ra parsers <<<"$($fuzz | cut -d" " -f5-)"

# The files that a parser reads in earnest, one a line.
seeds() {
  local plans=datasets/plans tests=Tests
  case $1 in
    Agencies) ls $plans/agencies/* ;;
    Calendar) ls $plans/calendars/* ;;
    Catalogue) ls datasets/language/vi.csv ;;
    Checklist) ls $plans/checklists/* ;;
    Codebook) ls datasets/codebook.csv ;;
    Corrections) ls datasets/corrections.csv ;;
    FollowUps) ls datasets/follow_ups/data.csv ;;
    Gazetteer) ls datasets/provinces.csv ;;
    Layout) ls datasets/layouts/* ;;
    Merger) ls datasets/mergers/data.csv ;;
    PlainTable) ls $tests/*/Reference/*.csv ;;
    Plan | Scenario | Report) ls $plans/examples/* ;;
    Respondents) ls datasets/respondents/data.csv datasets/respondents/estimates/2017.csv ;;
    Rule) ls datasets/*/rules/*.csv ;;
    Sampling) ls datasets/sampling/data.csv ;;
    Statistical) ls $tests/*/Reference/*.{dta,sav,zsav} ;;
    Structure) ls datasets/*/rules/*.csv $tests/IndicesTests/Reference/*/*.csv ;;
    SurveySizes) ls datasets/survey_sizes/data.csv ;;
    Template) ls $plans/document/ke-hoach.html ;;
    Tidy) ls datasets/*/data.csv ;;
    Weights) ls datasets/weights/data.csv ;;
  esac
}

failed=0
mkdir -p .build/fuzzing/found
for parser in "${parsers[@]}"; do
  echo "== $parser"
  own=.build/fuzzing/corpus/$parser
  corpus=Fuzzing/Corpus/$parser
  mkdir -p "$own"
  words=Fuzzing/words.dict
  case $parser in XLSX*) words=Fuzzing/xml.dict ;; esac
  named=$(seeds "$parser" | paste -sd,)
  # The runtime's own look at a crash would stumble over the sanitizer's memory.
  export SWIFT_BACKTRACE=enable=no
  # Leaks are not looked for: what the runtime keeps until the end would be told of each input.
  PARSER=$parser ASAN_OPTIONS=detect_leaks=0 $fuzz -dict=$words ${named:+-seed_inputs="$named"} \
    -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 -max_len=16384 -verbosity=0 -print_funcs=0 \
    -print_final_stats=1 -artifact_prefix=".build/fuzzing/found/$parser-" \
    "$own" $(test -d "$corpus" && echo "$corpus") || failed=1
done
exit $failed
