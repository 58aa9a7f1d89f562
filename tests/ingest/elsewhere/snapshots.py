"""Pages saved as one file (.mhtml) by Chromium, told what to do through a pipe."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any


class Browser:
    """A Chromium without a window; commands are those of its DevTools protocol."""

    def __init__(self, profile: Path) -> None:
        taken, self._out = os.pipe()
        self._in, told = os.pipe()
        command = f'exec chromium --headless --no-sandbox --disable-gpu --user-data-dir="{profile}" --remote-debugging-pipe 3<&{taken} 4>&{told}'
        self._process = subprocess.Popen(
            ["bash", "-c", command], pass_fds=(taken, told), stderr=subprocess.DEVNULL
        )
        os.close(taken)
        os.close(told)
        self._numbers = itertools.count(1)
        self._rest = b""

    def ask(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Send a command and return its answer."""
        number = next(self._numbers)
        told = {"id": number, "method": method, "params": parameters}
        if session:
            told["sessionId"] = session
        os.write(self._out, json.dumps(told).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                return answer.get("result", answer)

    def snapshot(self, address: str) -> bytes:
        """Return a page as MHTML."""
        target = self.ask("Target.createTarget", url=address)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for _ in range(100):
            ready = self.ask(
                "Runtime.evaluate",
                session,
                expression="document.readyState + document.title.length",
            )
            if ready["result"]["value"].startswith("complete") and not ready["result"][
                "value"
            ].endswith("e0"):
                break
            time.sleep(0.1)
        return self.ask("Page.captureSnapshot", session, format="mhtml")["data"].encode()

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            self._rest += os.read(self._in, 1 << 16)
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)
