"""Problems of names: something is named that nothing declares, or two things have one name."""

from __future__ import annotations

from trainer.authoring.catalogue.entry import Entry

OF_NAMES = (
    Entry(
        "unknown-state",
        "A state that is not declared, in `start`, `short`, `next` or `visited`; with the nearest one.",
        "      - {to: clsing}",
        "      - {to: closing}",
    ),
    Entry(
        "unknown-point", "A key point that is not declared.", "    listens_for: [bug, aks, thanks]", "    listens_for: [bug, ask, thanks]"
    ),
    Entry("unknown-role", "A role that is not declared.", "    stand_in: pn", "    stand_in: pm"),
    Entry("unknown-theme", "A theme that is not declared.", "    theme: maner", "    theme: manner"),
    Entry(
        "unknown-mistake",
        "A mistake that is not declared.",
        "    when: {mistake: {give_in: open}}",
        "    when: {mistake: {gives_in: open}}",
    ),
    Entry(
        "unknown-fact",
        "A fact that is not declared, in a condition, a facet, a brief or an incident.",
        "      what: {fact: cuase}",
        "      what: {fact: cause}",
    ),
    Entry(
        "unknown-trust-mover",
        "A name in `gains` or `loses` that is no key point, mistake or flag.",
        "      loses: {blaming: 10, gives_in: 15}",
        "      loses: {blame: 10, gives_in: 15}",
    ),
    Entry(
        "undeclared-fact",
        "`{...}` in a text that is no declared fact.",
        '    model: "We found that {bgu}."',
        '    model: "We found that {bug}."',
    ),
    Entry(
        "id-taken",
        "An id that is used already, or means something already (`end`, `quote`).",
        "  - id: gave_in\n    label: The date moves",
        "  - id: moved\n    label: The date moves",
    ),
    Entry(
        "named-twice",
        "A moment that stands in `short` twice: each is rehearsed once.",
        "start: opening\nshort: [opening, closing, opening]",
        "start: opening",
    ),
    Entry("file-name", "A file that is called otherwise than the scenario in it.", "id: smaller", "id: small", severity="warning"),
)
