"""What was measured."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Figures:
    """Figures by engine; times of queries in milliseconds, of builds in seconds of the
    processor."""

    size: int
    text_mb: float
    builds: dict[str, dict[str, float]] = field(default_factory=dict)
    asks: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    opens: dict[str, list[float]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    adds: dict[str, list[float]] = field(default_factory=dict)

    def built(self, name: str, found: dict[str, float]) -> None:
        self.builds[name] = found

    def asked(self, name: str, found: dict) -> None:
        kinds = self.asks.setdefault(name, {})
        for kind, taken in found["ms"].items():
            kinds.setdefault(kind, []).extend(taken)
        self.opens.setdefault(name, []).append(found["open_ms"])
        self.memory[name] = max(self.memory.get(name, 0.0), found["rss_mb"])

    def added(self, name: str, found: dict[str, list[float]]) -> None:
        self.adds[name] = found["ms"]

    def query(self, kind: str, name: str, share: float) -> float:
        """Return the time in which a share of the queries of a kind was answered."""
        return at(self.asks[name][kind], share)


def at(taken: list[float], share: float) -> float:
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
