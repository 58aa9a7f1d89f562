# Make build\frozen\briefing on Windows: python -m venv .venv first, then run this from the checkout.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

# PowerShell goes on after a program that failed, unless it is told not to.
function Invoke-Python {
    & .venv\Scripts\python.exe @args
    if ($LASTEXITCODE -ne 0) {
        throw "python $args ended with $LASTEXITCODE"
    }
}

Invoke-Python -m pip install --require-hashes -r packaging\requirements-dev.txt
Invoke-Python -m pip install --no-deps --no-build-isolation -e .
Invoke-Python -m pip install --require-hashes -r packaging\requirements-freeze.txt
Invoke-Python -m PyInstaller --noconfirm --distpath build\frozen --workpath build\freeze packaging\briefing.spec
Invoke-Python packaging\inventory.py build\frozen\briefing
