#!/bin/bash
# Draws a run in parts and joins them: submit.sh PARTS DRAWS ANSWER COMMAND…, such as
#
#   submit.sh 8 10000000 ranks.csv ranks --year 2019
#
# Parts and logs go to the folder ANSWER.parts, which all nodes must see. Waits for the answer.
set -euo pipefail
parts=$1 draws=$2 answer=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
folder=$answer.parts
mkdir -p "$folder"
rm -f "$folder"/*.part "$folder"/*.log
array=$(sbatch --parsable --array="0-$((parts - 1))" --output="$folder/%a.log" \
  "$here/part.sbatch" "$folder" "$draws" "$@")
sbatch --parsable --wait --dependency="afterok:$array" --kill-on-invalid-dep=yes \
  --output="$folder/merge.log" "$here/merge.sbatch" "$folder" "$answer" >"$folder/job" || true
# A job that was given up for want of its parts ends well, too.
if ! [ "$answer" -nt "$folder/job" ]; then
  echo "no answer:" >&2
  cat "$folder"/*.log >&2
  exit 1
fi
