"""docs/reference/command-line.md names every command, argument, option, typed word and JSON key there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Call
from tests.small_meeting import GOOD
from trainer.cli.main import COMMANDS, trainer
from trainer.cli.plain.orders import ORDERS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", PAGE, re.MULTILINE))
CONTEXT = click.Context(trainer)


def command_of(name: str) -> click.Command:
    command = trainer.get_command(CONTEXT, name)
    assert command is not None
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_arguments_and_options(name: str) -> None:
    section = SECTIONS[f"trainer {name}"]
    assert f"trainer {name}" in section
    for parameter in command_of(name).params:
        if isinstance(parameter, click.Argument):
            assert parameter.make_metavar(CONTEXT).strip("[]").removesuffix("...") in section
        else:
            assert all(option in section for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_is_documented_is_there(name: str) -> None:
    there = {option for parameter in command_of(name).params for option in parameter.opts} | {"--help"}
    assert set(re.findall(r"--[a-z]+", SECTIONS[f"trainer {name}"])) <= there


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for(name: str) -> None:
    command = command_of(name)
    assert command.help
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))
    assert COMMANDS[name].help.endswith(".")


def test_no_command_is_documented_that_is_not_there() -> None:
    assert {heading.removeprefix("trainer ") for heading in SECTIONS if heading.startswith("trainer ")} == set(COMMANDS)


def test_every_typed_word_is_documented() -> None:
    for word in (*ORDERS, "edit", "send"):
        assert f"`/{word}" in SECTIONS["trainer play"]


def keys(value: object) -> set[str]:
    if isinstance(value, list):
        return {key for one in value for key in keys(one)}
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys(one)}
    return set()


NAMES = {"pm", "sales", "severity", "what", "time", "no_warning", "gives_in"}


def test_every_json_key_is_documented(call: Call, tmp_path: Path) -> None:
    call("play", "small", "--plain", given="\n".join(GOOD))
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: broken\n", encoding="utf-8")
    line = json.dumps({"id": "1", "state": "opening", "reply": "this is critical"})
    shown = {
        "rehearse": call("rehearse", "small", "--replies", "-", "--json", given="fine, ship it").json(),
        "score": call("score", "small", given=line).json(),
        "history": call("history", "--json").json(),
        "progress": call("progress", "--json").json(),
        "check": call("check", str(broken), "--json").json(),
    }
    for name, value in shown.items():
        section = SECTIONS[f"trainer {name}"]
        assert {key for key in keys(value) - NAMES if key not in section} == set(), name
