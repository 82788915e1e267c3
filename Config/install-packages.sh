#!/usr/bin/env bash
# Installs the Debian packages that the named lists hold and the machine lacks. As root, or for a user with sudo.
# Usage: install-packages.sh LIST...
set -euo pipefail

missing=()
while read -r package; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done < <(grep --no-filename -v '^#' "$@")
[ ${#missing[@]} -gt 0 ] || exit 0

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
echo "Installing: ${missing[*]}"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
