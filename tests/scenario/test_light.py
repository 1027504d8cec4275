"""Reading scenarios loads no screen, no command line and no database; advice on them loads the reader and nothing else."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import trainer.authoring.checks
import trainer.scenario


def modules_of(package: str, path: list[str]) -> list[str]:
    return [package, *(module.name for module in pkgutil.walk_packages(path, f"{package}."))]


@pytest.mark.parametrize(
    ("package", "needed"),
    [(trainer.scenario, []), (trainer.authoring.checks, ["rapidfuzz"])],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_package_loads_nothing_heavy(package: object, needed: list[str]) -> None:
    name, path = str(vars(package)["__name__"]), list(vars(package)["__path__"])
    program = f"import sys, importlib\nfor name in {modules_of(name, path)!r}: importlib.import_module(name)\n"
    program += "print(sorted({'textual', 'rich', 'click', 'sqlite3', 'rapidfuzz'} & set(sys.modules)))"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert outcome.stdout.strip() == str(needed)
