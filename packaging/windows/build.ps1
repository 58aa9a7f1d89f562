# Make build\frozen\briefing on Windows: python -m venv .venv first, then run this from the checkout.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
& .venv\Scripts\python.exe -m pip install --require-hashes -r packaging\requirements-dev.txt
& .venv\Scripts\python.exe -m pip install --no-deps --no-build-isolation -e .
& .venv\Scripts\python.exe -m pip install --require-hashes -r packaging\requirements-freeze.txt
& .venv\Scripts\python.exe -m PyInstaller --noconfirm --distpath build\frozen --workpath build\freeze packaging\briefing.spec
& .venv\Scripts\python.exe packaging\inventory.py build\frozen\briefing
