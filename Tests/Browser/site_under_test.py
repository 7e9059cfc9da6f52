"""The running server as the journeys see it."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from people import Official


@dataclass
class SiteUnderTest:
    base: str
    officials: dict[str, Official]
    folder: Path

    #: The process that serves it.
    server: subprocess.Popen | None = None

    #: Cookies of officials who walked the way in already.
    signed_in: dict[str, dict] = field(default_factory=dict)

    def stop(self):
        """Ends the server as its owner does."""
        self.server.terminate()
        self.server.wait(timeout=60)
