#!/usr/bin/env bash
# Tries the wheel as it is installed: try.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")"
wheel=$(echo "$(realpath "../$1")"/minhbach-*.whl)
environment=$(realpath ..)/.build/python/try

if [ ! -x "$environment/bin/pytest" ]; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet "$wheel[test]"
fi
# The wheel anew each time: its version may be the same.
"$environment/bin/pip" install --quiet --force-reinstall --no-deps "$wheel"

cd tests
"$environment/bin/python" -m pytest --quiet -p no:cacheprovider
cd ..
"$environment/bin/mypy" --no-incremental --python-executable "$environment/bin/python" \
  src generate.py tests
"$environment/bin/ruff" check --quiet --no-cache .
"$environment/bin/ruff" format --quiet --check --no-cache .
