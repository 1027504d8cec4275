"""What is told about settings: docs/reference/settings.md, and an example file with every line commented out. Makes text only."""

from __future__ import annotations

from trainer.settings.fields import LONGEST_MEETING, SETTINGS, Choice, Command, Kind, Minutes, Setting
from trainer.settings.key_names import NAMED, NOT_SENT, OF_THE_EDITOR, RESERVED
from trainer.settings.keys import KEYS, TYPED_PAGES, page_of
from trainer.settings.values import Preferences

_INTRODUCTION = """\
# Settings

Written from `trainer/settings/`; do not edit. `python -m scripts.write_reference` writes it anew.

All settings stand in one file, `settings.yaml` in the folder where the trainer keeps its data. You need none of them, and no file.
`trainer settings --create` writes one to begin with, every line commented out; `trainer locate settings` says where it is.
`trainer settings` shows what holds now and who asked for it. A file with a mistake in it is not used at all: the app starts as if there
were none and shows every mistake with its line, its column and what to write instead.

## Who wins
The command line comes first, then the environment, then the file, then what is usual. So `trainer play release-halt --pressure hard`
is hard whatever the file says. `NO_COLOR` takes the colours out of any theme: nothing in the trainer is told by colour alone.

A theme you pick in the app (Ctrl+P, then "Colours") is kept, in a file of its own, and used again next time. It comes behind the settings:
where `theme` or `TRAINER_THEME` names another one, the picked theme holds until you leave, and the app says so. To go back to the usual
one, pick that, or delete the file that `trainer locate theme` names.
"""
_EDITOR = """\
There is no setting for the length of a meeting: home asks how much time is left, for it is another one each time. On the command line
it is `trainer play release-halt --length short`; the points of a drill and the people who are absent are for one rehearsal, too.

For the editor, `TRAINER_EDITOR` and the file come before `VISUAL` and `EDITOR`, because those two speak for every program.
"""
_KEYS = """\
## Keys
Under `keys`, name what you want on another key, by its id. Several keys have commas between them; then each of them works.

```yaml
keys:
  meeting.hint: f10
  debrief.save: "s,ctrl+s"
```

A key is a letter, a digit, a sign (`?`, in quotes where YAML needs them), or a name: {names}.
`ctrl+`, `shift+` and `alt+` may stand before it, where your terminal sends them. Two things on one page cannot have the same key; to
swap two keys, name both.

Some keys cannot be given away. {reserved} do the same everywhere.
{not_sent} reach the trainer as another key in many terminals.
On pages where text is typed ({typed}), letters and signs stay what they are, and so do the keys of the editor:
{editor}.
Enter and Ctrl+J in a reply send it and break the line.

Mistakes in keys are called `no-such-key`, `key-not-free` and `key-taken`; all others have the names that stand in [checks](checks.md).
"""


def settings_page() -> str:
    """docs/reference/settings.md."""
    rows = [_row(setting) for setting in SETTINGS]
    table = ["| setting | takes | usual | | also |", "|---|---|---|---|---|", *rows]
    keys = [
        "| id | key | |",
        "|---|---|---|",
        *(f"| `{name}` | {_ticked(*key.usual.split(','))} | {key.does} |" for name, key in KEYS.items()),
    ]
    return "\n".join([_INTRODUCTION, "## What can be set", *table, "", _EDITOR, _keys(), *keys, ""])


def example() -> str:
    """A settings file with everything in it, commented out: each line holds as soon as its `# ` is taken away."""
    lines = ["# Settings of the trainer. To use a line, take the `# ` away that it begins with.", ""]
    for setting in SETTINGS:
        lines += [f"## {setting.meaning}", *_choices(setting.kind), f"# {setting.name}: {setting.example}", ""]
    lines += ["## Other keys: what a key does, and the key you want for it.", "# keys:"]
    page = ""
    for name, key in KEYS.items():
        if page_of(name) != page:
            page = page_of(name)
            lines.append(f"##   {_WHERE.get(page, f'on the page {page}')}")
        lines.append(f"#   {name}: {_quoted(key.usual)}  # {key.does}")
    return "\n".join(lines) + "\n"


def _choices(kind: Kind) -> list[str]:
    return [f"## One of {', '.join(kind.options)}."] if isinstance(kind, Choice) else []


_WHERE = {"app": "everywhere", "list": "in every list"}


def _quoted(keys: str) -> str:
    return f'"{keys}"' if "," in keys or keys.isdigit() else keys


def _row(setting: Setting) -> str:
    usual = getattr(Preferences(), setting.name)
    shown = "none" if usual is None else f"`{str(usual).lower()}`"
    also = [setting.variable, *([setting.option] if setting.option else [])]
    return f"| `{setting.name}` | {_takes(setting.kind)} | {shown} | {setting.meaning} | {_ticked(*also)} |"


def _takes(kind: Kind) -> str:
    match kind:
        case Choice(options):
            return _ticked(*options)
        case Minutes():
            return f"a number of minutes, at most {LONGEST_MEETING:,}"
        case Command():
            return "a command"
        case _:
            return "`true` or `false`"


def _keys() -> str:
    return _KEYS.format(
        names=_ticked(*(name for name in NAMED if not name[1:].isdigit()), "f1") + " to `f24`",
        reserved=_ticked(*RESERVED),
        not_sent=_ticked(*NOT_SENT),
        typed=_ticked(*sorted(TYPED_PAGES)),
        editor=_ticked(*sorted(OF_THE_EDITOR)),
    )


def _ticked(*words: str) -> str:
    return ", ".join(f"`{word}`" for word in words)
