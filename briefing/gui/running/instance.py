"""One window a library: a second start raises the first window and hands it its files."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 500  # milliseconds to wait for the other window; a hung one is left alone
LONGEST = 1_000_000  # bytes of one message


class Instance(QObject):
    """Stands for the one window on a library, in whichever process of this user it is."""

    asked = Signal(object)  # tuple[Path, ...]: a second start wants the window, with these files

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:24]
        self._name = f"briefing-{place}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def hand_over(self, files: Sequence[Path] = ()) -> bool:
        """Ask the window that is open already to come forward; return whether there is one."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        message = json.dumps({"files": [os.fspath(path.resolve()) for path in files]})
        socket.write(message.encode("utf-8") + b"\n")
        sent = socket.waitForBytesWritten(PATIENCE)
        socket.disconnectFromServer()
        return sent

    def listen(self) -> bool:
        """Answer from now on for this library; return whether that could be."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)  # left by a program that did not end well
        return self._server.listen(self._name)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _take(self) -> None:
        """Read the one line of each caller; it is there already, as callers write at once."""
        while (socket := self._server.nextPendingConnection()) is not None:
            if socket.canReadLine() or socket.waitForReadyRead(PATIENCE):
                message = bytes(socket.readLine(LONGEST).data())
                socket.abort()
                self.asked.emit(files_of(message))


def files_of(message: bytes) -> tuple[Path, ...]:
    """Return the files a message names; none where it is not one of ours."""
    try:
        told = json.loads(message)
        return tuple(Path(str(name)) for name in told["files"])
    except (ValueError, TypeError, KeyError):
        return ()
