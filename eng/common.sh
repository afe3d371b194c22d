# What the scripts of this folder share; sourced, not run.
# shellcheck shell=bash

rejoin=src/apps/Rejoin.Cli/bin/Release/net10.0/rejoin

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  exit 64
}

need_jq() {
  command -v jq >/dev/null || fail 'jq is needed to read run.json: apt-get install jq, brew install jq, or https://jqlang.org'
}

# Builds the tool once; its output is shown only if it fails.
build_tool() {
  local log=$1
  printf 'building\n' >&2
  if ! dotnet build src/apps/Rejoin.Cli -c Release -nologo -v quiet -clp:NoSummary >"$log" 2>&1; then
    cat "$log" >&2
    fail 'the build failed'
  fi
}

# Seconds between two values of EPOCHREALTIME, one decimal.
seconds_between() { awk -v from="${1/,/.}" -v to="${2/,/.}" 'BEGIN { printf "%.1f", to - from }'; }

# Everything of a run that is not a pass, in one line: 'history RJ101 fail, absence medium-restored unknown'.
not_passed() {
  jq -r '[.scenarios[] | .id as $scenario | (.checks + .objectives)[]
    | select(.verdict != null and .verdict != "pass") | "\($scenario) \(.id) \(.verdict)"] | join(", ")' "$1"
}
