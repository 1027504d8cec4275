"""What several samples share."""

from __future__ import annotations

from pathlib import Path

HERE = Path("scenarios/halt.yaml")
TITLE = "Halting a release over a critical bug"
LONG = "We found that under load the payment module charges some customers twice, and we cannot tell yet which ones or how many of them."
