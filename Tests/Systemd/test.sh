#!/usr/bin/env bash
# Checks the units in systemd/: their syntax, their exposure, and their life under a real systemd of their own.
# Usage: test.sh FOLDER_OF_PROGRAMS. As root, or for a user with sudo.
set -euo pipefail
bin=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_root bash "$here/manager.sh" "$root" "$bin"
