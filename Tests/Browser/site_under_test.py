"""The running server as the journeys see it."""

from dataclasses import dataclass, field
from pathlib import Path

from people import Official


@dataclass
class SiteUnderTest:
    base: str
    officials: dict[str, Official]
    folder: Path

    #: Cookies of officials who walked the way in already.
    signed_in: dict[str, dict] = field(default_factory=dict)
