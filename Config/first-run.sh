#!/usr/bin/env bash
# The main job from nothing: installs packages, builds, runs the daemon on a scratch folder, drops the articles of
# seeds/ (or those named), and shows the actors, pledges and timeline that came out, and what a subscriber saw.
# Usage: first-run.sh [ARTICLE...]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
[ $# -gt 0 ] || set -- "$root"/seeds/*
cd "$root"

Config/install-packages.sh Config/packages
swift build -c release --product pledged
swift build -c release --product pledgectl
bin=$(swift build -c release --show-bin-path)

scratch=$(mktemp -d)
daemon=
stop() {
    if [ -n "$daemon" ]; then kill "$daemon" 2>/dev/null || true; wait "$daemon" || true; fi
    rm -rf "$scratch"
}
trap stop EXIT
mkdir "$scratch/drop"
export PLEDGED_SOCKET=$scratch/pledged.sock
"$bin/pledged" --drop-folder "$scratch/drop" --drop-outcomes "$scratch/outcomes" --log-folder "$scratch/log" \
    --views-file "$scratch/views.sqlite" --socket-path "$PLEDGED_SOCKET" 2>"$scratch/daemon.log" &
daemon=$!
for _ in $(seq 100); do
    "$bin/pledgectl" status >/dev/null 2>&1 && break
    kill -0 "$daemon" 2>/dev/null || { cat "$scratch/daemon.log" >&2; daemon=; exit 1; }
    sleep 0.1
done

show() { printf '\n$ pledgectl %s\n' "$*"; "$bin/pledgectl" "$@"; }
show drop "$@"
show actors --limit 15
show pledges --limit 15
show timeline --limit 15
show subscribe --no-follow --type pledge.stated | tail -n 12
show status
