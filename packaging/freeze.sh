#!/bin/sh
# Make build/frozen/briefing: the program with Python, Qt and the model in one folder.
# `make frozen` runs this. What is not in .venv already is pinned here by version and hash.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python -m pip install --quiet --require-hashes -r packaging/requirements-freeze.txt
.venv/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath build/frozen --workpath build/freeze packaging/briefing.spec
# The compiled parts of spaCy come with symbols for debugging, half their size.
if command -v strip >/dev/null 2>&1; then
    for package in spacy thinc blis srsly preshed cymem murmurhash; do
        find "build/frozen/briefing/_internal/$package" -name '*.so' -exec strip --strip-unneeded {} +
    done
    find build/frozen/briefing/_internal -maxdepth 1 -name "libpython3*.so*" -exec strip --strip-unneeded {} +
fi
.venv/bin/python packaging/inventory.py build/frozen/briefing
du -sm build/frozen/briefing | awk '{print "build/frozen/briefing: " $1 " MB"}'
