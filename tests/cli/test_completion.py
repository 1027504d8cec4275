"""What a shell is offered at a key press."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

from tests.cli.conftest import Call
from trainer.cli.commands.completion import SHELLS, VARIABLE
from trainer.cli.main import COMMANDS, trainer
from trainer.scenario.library import bundled

CONTEXT = click.Context(trainer)


SHIPPED = [path.stem for path in bundled().glob("*.yaml") if "." not in path.stem]


def items(*words: str) -> list[CompletionItem]:
    """What is offered for the last of the words."""
    return ShellComplete(trainer, {}, "trainer", VARIABLE).get_completions(list(words[:-1]), words[-1])


def offered(*words: str) -> list[str]:
    return [str(item.value) for item in items(*words)]


def test_commands_are_offered() -> None:
    assert offered("") == list(COMMANDS)
    assert offered("co") == ["completion"]


def test_options_and_their_values_are_offered() -> None:
    assert {"--mode", "--pressure", "--incident"} <= set(offered("play", "--"))
    assert offered("play", "small", "--pressure", "h") == ["hard"]
    assert offered("completion", "") == list(SHELLS)
    assert offered("locate", "set") == ["settings"]


@pytest.mark.usefixtures("small", "home")
def test_scenarios_are_offered_with_their_titles() -> None:
    assert sorted(offered("play", "")) == sorted([*SHIPPED, "small"])
    assert offered("brief", "sm") == ["small"]
    assert all(item.help for item in items("play", "release"))


@pytest.mark.usefixtures("small", "home")
def test_states_of_the_scenario_named_before_are_offered() -> None:
    assert offered("try", "small", "") == ["opening", *offered("try", "small", "")[1:]]
    assert {"opening", "why_now"} <= set(offered("try", "release-halt", ""))
    assert offered("try", "release-halt", "why") == ["why_now"]


def test_rehearsals_are_offered_the_latest_first_and_only_unfinished_ones_to_go_on(call: Call) -> None:
    call("play", "small", "--plain", given="no\n/quit\n")
    call("play", "small", "--plain", given="no\n")
    newest, oldest = [run["run"] for run in call("history", "--json").json()]
    for words in (("replay", ""), ("forget", ""), ("brief", "--run", ""), ("export", "")):
        assert offered(*words) == ["last", newest, oldest]
    assert offered("play", "--resume", "") == ["last", newest]
    assert offered("replay", oldest[:-1]) == [run for run in (newest, oldest) if run.startswith(oldest[:-1])]


@pytest.mark.usefixtures("small")
def test_looking_for_rehearsals_makes_no_history(home: Path) -> None:
    assert offered("replay", "") == []
    assert not home.exists()


def test_whatever_is_broken_the_shell_is_offered_nothing_and_no_error(home: Path, small: Path) -> None:
    home.mkdir()
    (home / "history.db").write_bytes(b"no history" * 200)
    small.write_text("states: [\n", encoding="utf-8")
    assert offered("replay", "") == []
    assert offered("try", "small", "") == []
    assert offered("try", "nowhere", "") == []


def test_a_name_that_would_be_two_words_or_an_order_is_not_offered(small: Path, home: Path) -> None:
    for name in ("two words", "a;b", "$(x)", "esc\x1b[2J"):
        (small.parent / f"{name}.yaml").write_text('title: "\x1b]0;x\x07"\n', encoding="utf-8")
    (small.parent / "fine.yaml").write_text("title: \x1b[2Jred\n", encoding="utf-8")
    assert sorted(offered("play", "")) == sorted(["fine", *SHIPPED, "small"])
    assert (items("play", "fine")[0].help or "").isprintable()


def test_files_are_left_to_the_shell() -> None:
    for words in (("play", "small", "--incident", "x"), ("check", "x"), ("rehearse", "small", "--replies", "x")):
        assert [(item.type, item.value) for item in items(*words)] == [("file", "x")]


@pytest.mark.parametrize("name", COMMANDS)
def test_whatever_names_a_scenario_a_rehearsal_or_a_state_is_offered(name: str, call: Call) -> None:
    """A parameter with the metavar SCENARIO, RUN or STATE names one of the functions of `trainer.cli.completing`."""
    call("play", "small", "--plain", given="no\n")
    command = trainer.get_command(CONTEXT, name)
    assert command is not None
    ctx = click.Context(command)
    ctx.params["scenario"] = "small"
    for parameter in command.params:
        shown = (parameter.metavar or "").strip("[]").split("|")[0]
        if shown in {"SCENARIO", "RUN", "STATE"}:
            assert parameter.shell_complete(ctx, ""), parameter.name


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_asks_the_trainer_and_is_that_of_click(shell: str, call: Call) -> None:
    result = call("completion", shell)
    assert result.code == 0
    assert f"{VARIABLE}={shell}_complete" in result.out
    completion = get_completion_class(shell)
    assert completion is not None
    assert result.out.strip() == completion(trainer, {}, "trainer", VARIABLE).source().strip()


def test_another_shell_is_refused_with_those_there_are(call: Call) -> None:
    result = call("completion", "tcsh")
    assert result.code == 2
    assert "bash" in result.err


ASKED = """
import sys
from trainer.cli.exits import run
from trainer.cli.main import trainer
from trainer.scenario.library import bundled
run(trainer, [])
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def asked(line: str) -> subprocess.CompletedProcess[str]:
    """The whole way, as the shell goes it: words in the environment, offers on standard output; then, aside, what was loaded."""
    words = {VARIABLE: "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    return subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True, env={**os.environ, **words})


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("trainer replay ", "last"),
        ("trainer play rel", "release-halt"),
        ("trainer try small ope", "opening"),
        ("trainer locate se", "settings"),
    ],
)
def test_the_shell_gets_its_offers(line: str, offers: str, call: Call) -> None:
    call("play", "small", "--plain", given="no\n")
    done = asked(line)
    assert done.stdout.splitlines()[0] == f"plain,{offers}"
    assert not {"textual", "rich"} & set(done.stderr.split())


@pytest.mark.parametrize("line", ["trainer ", "trainer re", "trainer --"])
def test_offering_commands_loads_none_of_them(line: str) -> None:
    done = asked(line)
    assert done.stdout
    assert not {"pydantic", "yaml", "textual", "rich", "numpy", "rapidfuzz", "transitions", "sqlite3"} & set(done.stderr.split())
