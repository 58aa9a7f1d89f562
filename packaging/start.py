"""Where the frozen program starts."""

import multiprocessing
import os
import sys

from briefing.__main__ import main


def give_back_libraries() -> None:
    """Let what is opened from here, a browser say, use the libraries of its own system.

    PyInstaller points the loader to ours; this process has read that by now.
    """
    if not sys.platform.startswith("linux"):
        return
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    give_back_libraries()
    multiprocessing.freeze_support()
    main()
