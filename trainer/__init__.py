"""Rehearse a hard work meeting before having it. Nothing leaves this machine."""

import os

# numpy reads this once, when it is imported. The reader's tables are small: on more threads than one they wait for each other longer
# than they work (docs/decisions/0085-one-thread.md).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
