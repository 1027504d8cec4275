"""`trainer schema`: what editors need to help with the format."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainer.cli import completing
from trainer.cli.exits import FINE
from trainer.cli.out import say, say_json
from trainer.errors import Unreadable
from trainer.scenario.schema import KINDS, file_name, schema
from trainer.text.clean import clean_line


@click.command("schema")
@click.argument("kind", metavar="[KIND]", type=click.Choice(KINDS), default=KINDS[0])
@click.option("--write", "folder", metavar="FOLDER", shell_complete=completing.files, help="Write all of them into a folder instead.")
def command(kind: str, folder: str | None) -> int:
    """Print the JSON Schema of scenario files, or of KIND: scenario, cases, play or incident.

    A file names its schema in its first line: "# yaml-language-server: $schema=schemas/scenario.schema.json".
    """
    if folder is None:
        say_json(schema(kind), indent=1)
        return FINE
    for path in write_schemas(Path(folder)):
        say(str(path))
    return FINE


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder, which is made if need be; older ones are replaced.

    Raises:
        Unreadable: it cannot be written there.
    """
    texts = {folder / name: text for name, text in schema_texts().items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in texts.items():
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable(clean_line(str(folder)), f"cannot be written to: {error.strerror}") from error
    return tuple(texts)


def schema_texts() -> dict[str, str]:
    """The files of all schemas, by their names."""
    return {file_name(kind): json.dumps(schema(kind), indent=1) + "\n" for kind in KINDS}
