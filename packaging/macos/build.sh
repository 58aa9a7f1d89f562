#!/bin/sh
# Make build/frozen/briefing on macOS; run from anywhere after `make setup`.
set -eu
cd "$(dirname "$0")/../.."
sh packaging/freeze.sh
