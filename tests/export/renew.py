"""`python -m tests.export.renew` (or `make golden`): write the golden files of the exports anew."""

import os
import subprocess
import sys

from tests.export.sample_library import EPOCH, renew

if __name__ == "__main__":
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    renew()
    command = [sys.executable, "-m", "pytest", "-q", "tests/export", "--update-golden"]
    sys.exit(subprocess.call([*command, "-k", "reads_as_expected or next_export or says_so"]))
