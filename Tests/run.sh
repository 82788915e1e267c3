#!/usr/bin/env bash
# Installs what the tests need and passes them all: style, warnings, import direction, tests, systemd.
# As root, or for a user with sudo (packages, and the test under a real systemd, need it).
set -euo pipefail
cd "$(dirname "$0")/.."

Config/install-packages.sh Config/packages Config/packages-test
swift format lint --strict --recursive Sources Tests Package.swift
swift build --build-tests --explicit-target-dependency-import-check error
SWIFT_BACKTRACE=enable=no swift test --skip-build
Tests/Systemd/test.sh "$(swift build --show-bin-path)"
