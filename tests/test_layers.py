"""The core stands alone: no package of it loads a screen, a command line or a database, not even through somebody else.

Import contracts say the same of the source; this asks fresh processes what is really in memory.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import importlib, pkgutil, sys
name = sys.argv[1]
module = importlib.import_module(name)
for found in pkgutil.walk_packages(getattr(module, "__path__", []), name + "."):
    importlib.import_module(found.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
SCREEN_AND_SHELL = {"textual", "rich", "click"}
DATABASE = {"sqlite3", "_sqlite3"}
NETWORK = {"socket", "ssl", "http", "urllib3", "asyncio"}
MUST_NOT_LOAD = {
    "trainer.errors": SCREEN_AND_SHELL | DATABASE | NETWORK | {"pydantic", "yaml", "rapidfuzz", "transitions"},
    "trainer.text": SCREEN_AND_SHELL | DATABASE | {"pydantic", "yaml", "rapidfuzz", "transitions"},
    "trainer.matching": SCREEN_AND_SHELL | DATABASE | {"pydantic", "yaml", "transitions"},
    "trainer.scenario": SCREEN_AND_SHELL | DATABASE | {"rapidfuzz", "transitions"},
    "trainer.meeting": SCREEN_AND_SHELL | DATABASE,
    "trainer.scoring": SCREEN_AND_SHELL | DATABASE,
    "trainer.record": SCREEN_AND_SHELL | DATABASE,
    "trainer.store": SCREEN_AND_SHELL,
    "trainer.settings": SCREEN_AND_SHELL | DATABASE | {"pydantic", "rapidfuzz", "transitions"},
    "trainer.report": SCREEN_AND_SHELL | DATABASE,
    "trainer.rehearsal": SCREEN_AND_SHELL,
    "trainer.authoring": SCREEN_AND_SHELL | DATABASE,
}
"""What a fresh process must not hold after importing everything of a package."""

HEAVY = {"textual", "rich", "pydantic", "pydantic_core", "yaml", "rapidfuzz", "snowballstemmer", "transitions", "sqlite3"}
COMMAND = """
import sys
from trainer.cli.exits import run
from trainer.cli.main import trainer
code = run(trainer, sys.argv[1:])
sys.stdout.flush()
print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}), *(name for name in sys.modules if name.startswith("trainer.")))
"""


def loaded_by(code: str, *arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, input="")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("package", MUST_NOT_LOAD)
def test_a_package_of_the_core_loads_neither_screen_nor_shell_nor_database(package: str) -> None:
    assert loaded_by(LOADED, package) & MUST_NOT_LOAD[package] == set()


def test_what_must_not_be_loaded_would_be_seen_if_it_were() -> None:
    assert {"textual", "rich"} <= loaded_by(LOADED, "trainer.ui")
    assert "sqlite3" in loaded_by(LOADED, "trainer.store")
    assert "click" in loaded_by(LOADED, "trainer.cli.main")


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("nonsense",)])
def test_help_and_version_come_up_without_the_libraries_of_the_meeting(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(COMMAND, *arguments)
    assert loaded & HEAVY == set()
    assert not any(name.startswith(("trainer.matching", "trainer.meeting", "trainer.ui", "trainer.store")) for name in loaded)


@pytest.mark.parametrize(
    "command", ["play --plain", "rehearse", "score", "try", "check", "brief", "history", "progress", "replay", "forget"]
)
def test_no_command_loads_the_app_unless_it_opens_it(command: str, tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    name, *options = command.split()
    arguments = {
        "play": ("release-halt",),
        "rehearse": ("release-halt", "--replies", "-"),
        "score": ("release-halt",),
        "try": ("release-halt", "opening", "hello"),
        "check": ("release-halt",),
        "brief": ("release-halt",),
        "replay": ("last",),
        "forget": ("--all",),
    }.get(name, ())
    loaded = loaded_by(COMMAND, name, *arguments, *options)
    assert f"trainer.cli.commands.{'attempt' if name == 'try' else name}" in loaded
    assert loaded & {"textual", "rich"} == set()
