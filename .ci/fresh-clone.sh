#!/usr/bin/env bash
# What a newcomer does: clones the last commit and runs both commands of the README, with nothing but HOME and PATH in the
# environment and with no browser in PATH. Arguments are test files: then only these are run. Linux only.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
clone=$place/clone
trap 'rm -rf "$place"' EXIT

fail() {
  echo "$*" >&2
  exit 1
}

# All programs of this machine but browsers and what drives them.
programs_without_browsers() {
  mkdir "$place/bin"
  local folder program
  for folder in "$(dirname "$(command -v node)")" /usr/local/bin /usr/bin /bin; do
    for program in "$folder"/*; do
      case ${program##*/} in
        *chrom* | *firefox* | *WebKit* | *geckodriver* | *MiniBrowser*) ;;
        *) ln -s "$program" "$place/bin/" 2>/dev/null || true ;;
      esac
    done
  done
}

bare() {
  cd "$clone" && exec env -i HOME="$HOME" PATH="$place/bin" "$@"
}

# Processes that stand in the clone.
running_there() {
  local process
  for process in /proc/[0-9]*; do
    if [[ $(readlink "$process/cwd" 2>/dev/null) == "$clone"* ]]; then
      tr '\0' ' ' <"$process/cmdline" 2>/dev/null && echo
    fi
  done
}

nothing_running() {
  local left
  for _ in $(seq 50); do
    left=$(running_there)
    if [[ -z $left ]]; then return 0; fi
    sleep 0.1
  done
  fail "$1 left running: $left"
}

git clone -q "$root" "$clone"
programs_without_browsers
(bare npm ci --no-audit --no-fund)

port=$(node -e "const s = require('net').createServer().listen(0, () => { console.log(s.address().port); s.close(); })")
log=$place/start.log
(bare PORT="$port" npm start) >"$log" 2>&1 &
start=$!
for _ in $(seq 3000); do
  if grep -qx "http://localhost:$port/" "$log"; then break; fi
  kill -0 $start 2>/dev/null || fail "npm start ended: $(cat "$log")"
  sleep 0.1
done
grep -qx "http://localhost:$port/" "$log" || fail "npm start printed no address: $(cat "$log")"
node -e "fetch('http://localhost:$port/').then(async (answer) => {
  if (!answer.ok || !(await answer.text()).includes('<ie-timeframe')) throw new Error('no page');
})"
kill -TERM $start
wait $start || true
nothing_running 'npm start'
if [[ -n $(git -C "$clone" status --short) ]]; then fail "npm start changed $(git -C "$clone" status --short)"; fi
echo 'npm start: passed'

code=0
(bare npm test -- "$@") >"$log" 2>&1 || code=$?
tail -n 40 "$log"
[[ $(grep . "$log" | tail -n 1) =~ ^[1-9][0-9]*\ passed,\ 0\ failed ]] || fail 'npm test did not end with what passed and failed'
((code == 0)) || fail "npm test ended with $code"
nothing_running 'npm test'
echo 'npm test: passed'
