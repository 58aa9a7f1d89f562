"""Where things are: the resources of the program, and the user's data, settings and logs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resources() -> Traversable:
    """Return the folder `resources/`, in a checkout, an installed wheel or a frozen build."""
    packaged = files("briefing") / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).parents[1] / "resources"


def resource_text(name: str) -> str:
    """Return the text of a resource, named from the resources folder: `issues.yaml`."""
    return resources().joinpath(name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders the program may write to; made once at start and passed on.

    Attributes:
        data: holds the default library, the sample library and the user's own tables (`tables/`).
        config: holds `settings.toml`.
        cache: holds what can be made again at any time.
        logs: holds the log files, which never contain article text.
    """

    data: Path
    config: Path
    cache: Path
    logs: Path

    @classmethod
    def of_user(cls) -> Paths:
        """Return the folders this desktop gives to the program; nothing is created."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("briefing", appauthor=False)
        return cls(
            data=Path(dirs.user_data_dir),
            config=Path(dirs.user_config_dir),
            cache=Path(dirs.user_cache_dir),
            logs=Path(dirs.user_log_dir),
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Return the four folders below one folder: for tests and portable use."""
        return cls(folder / "data", folder / "config", folder / "cache", folder / "logs")

    @property
    def default_library(self) -> Path:
        """The library opened when the user names none."""
        return self.data / "library"

    @property
    def sample_library(self) -> Path:
        """The library made from `resources/sample/`."""
        return self.data / "sample"

    @property
    def user_tables(self) -> Path:
        """The user's own layer over the tables in `resources/`, key by key."""
        return self.data / "tables"

    @property
    def user_templates(self) -> Path:
        """The user's own templates of briefings, which go before those in `resources/`."""
        return self.data / "templates"
