"""The limits of the reading process on Windows: their shape anywhere, their effect there."""

import ctypes
import subprocess
import sys

import pytest

from briefing.ingest.isolation import windows_job


class Kernel:
    """Stands in for kernel32.dll and remembers what it was told."""

    def __init__(self, *, works: bool) -> None:
        self.told: list[tuple] = []
        self._works = works
        for name in (
            "CreateJobObjectW",
            "GetCurrentProcess",
            "SetInformationJobObject",
            "AssignProcessToJobObject",
        ):
            setattr(self, name, self._function(name))

    def _function(self, name):
        def called(*arguments):
            self.told.append((name, arguments))
            return 77 if name in {"CreateJobObjectW", "GetCurrentProcess"} else self._works

        return called


def test_the_structures_have_the_sizes_windows_expects():
    bits = ctypes.sizeof(ctypes.c_void_p)
    assert ctypes.sizeof(windows_job.BasicLimits) == {8: 64, 4: 48}[bits]
    assert ctypes.sizeof(windows_job.ExtendedLimits) == {8: 144, 4: 112}[bits]


def test_memory_and_processes_are_limited():
    kernel = Kernel(works=True)
    windows_job.confine_to_job(kernel, 480 << 20)

    assert [name for name, _ in kernel.told][2:] == [
        "SetInformationJobObject",
        "AssignProcessToJobObject",
    ]
    limits = windows_job.limits(480 << 20)
    assert limits.ProcessMemoryLimit == 480 << 20
    assert limits.BasicLimitInformation.ActiveProcessLimit == 1
    assert limits.BasicLimitInformation.LimitFlags == 0x508


def test_a_refusal_of_windows_is_no_silence():
    with pytest.raises(OSError, match="does not limit"):
        windows_job.confine_to_job(Kernel(works=False), 1)


@pytest.mark.skipif(sys.platform != "win32", reason="job objects are of Windows")
def test_a_process_in_the_job_gets_no_more_memory():
    code = (
        "import ctypes; from briefing.ingest.isolation.windows_job import confine_to_job\n"
        "confine_to_job(ctypes.WinDLL('kernel32'), 200 << 20)\n"
        "try: bytearray(400 << 20)\nexcept MemoryError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"
