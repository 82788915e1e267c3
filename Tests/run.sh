#!/usr/bin/env bash
# Installs what the tests need and passes them all: style, warnings, import direction, tests, systemd.
# As root, or for a user with sudo (packages, and the test under a real systemd, need it).
set -euo pipefail
cd "$(dirname "$0")/.."

Config/install-packages.sh Config/packages Config/packages-test
swift format lint --strict --recursive Sources Tests Package.swift
swift build --build-tests --explicit-target-dependency-import-check error
# Apart from each other: libinotifytools needs low descriptors, which a crowd of subscribers takes; and what kills daemons
# or fills disks deserves the machine for itself.
export SWIFT_BACKTRACE=enable=no
swift test --skip-build --skip PledgedIntakeTests --skip PledgedEndToEndTests
swift test --skip-build --filter PledgedIntakeTests
swift test --skip-build --filter PledgedEndToEndTests
Tests/Systemd/test.sh "$(swift build --show-bin-path)"
