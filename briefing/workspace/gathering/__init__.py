"""Findings of several articles and the user's decisions, combined into what is shown.

Pure: values in, `Records` out. Findings are disposable, decisions are not; a decision names its
finding by key, so it still holds after extraction has run again.
"""

from briefing.workspace.gathering.gather import gather
from briefing.workspace.gathering.material import Material

__all__ = ["Material", "gather"]
