#!/bin/sh
# Make build/frozen/briefing: the program with Python, Qt and the model in one folder.
# `make frozen` runs this. What is not in .venv already is pinned here by version and hash.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --require-hashes -r packaging/requirements-freeze.txt
.venv/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath build/frozen --workpath build/freeze packaging/briefing.spec
FOLDER=build/frozen/briefing
if [ "$(uname -s)" = Linux ]; then
    # Qt finds its plugins by this file, beside the program.
    printf '[Paths]\nPrefix = _internal/PySide6/Qt\n' >"$FOLDER/qt.conf"
    # Compiled parts come with symbols for debugging. The libraries that wheels were repaired
    # with (NAME.libs) do not outlive their removal.
    if command -v strip >/dev/null 2>&1; then
        find "$FOLDER/_internal" -name '*.so*' -type f ! -path '*.libs/*' ! -path '*/PySide6/*' \
            -exec strip --strip-unneeded {} + 2>/dev/null || true
    fi
fi
.venv/bin/python packaging/inventory.py "$FOLDER"
du -sm "$FOLDER" | awk '{print "build/frozen/briefing: " $1 " MB"}'
