"""On Windows: memory and further processes of the reading process limited by a job object.

The process puts itself into a job (nested jobs are allowed since Windows 8) that may not take more
memory than given and may hold one process; allocations beyond fail as `MemoryError`. After
Microsoft's documentation of JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

from __future__ import annotations

import ctypes
from typing import Any, ClassVar

PROCESS_MEMORY, ACTIVE_PROCESS, NO_FAULT_DIALOG = 0x100, 0x8, 0x400
_EXTENDED = 9  # JobObjectExtendedLimitInformation


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


def limits(memory: int) -> ExtendedLimits:
    """Return the limits: so many bytes of memory, one process, no dialog on a crash."""
    told = ExtendedLimits()
    told.BasicLimitInformation.LimitFlags = PROCESS_MEMORY | ACTIVE_PROCESS | NO_FAULT_DIALOG
    told.BasicLimitInformation.ActiveProcessLimit = 1
    told.ProcessMemoryLimit = memory
    return told


def confine_to_job(kernel: Any, memory: int) -> None:
    """Put this process into a job with these limits, for good.

    Args:
        kernel: `ctypes.WinDLL("kernel32", use_last_error=True)`.
        memory: bytes the process may commit.

    Raises:
        OSError: Windows does not let it.
    """
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    told = limits(memory)
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    own = ctypes.c_void_p(kernel.GetCurrentProcess())
    size = ctypes.sizeof(told)
    done = (
        job.value
        and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(told), size)
        and kernel.AssignProcessToJobObject(job, own)
    )
    if not done:
        raise OSError("Windows does not limit the memory of the reading process.")
    # The handle stays open: the job lives as long as the process does.
