"""Where the frozen program starts."""

import multiprocessing

from briefing.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
