"""Problems of shape: a key nobody knows, a key that is missing, a value of the wrong sort."""

from __future__ import annotations

from trainer.authoring.catalogue.entry import Entry

OF_SHAPE = (
    Entry(
        "unknown-key",
        "A key this format does not have at this place; with the nearest one it has.",
        "    expcet: [thank you, I appreciate it]",
        "    expect: [thank you, I appreciate it]",
    ),
    Entry(
        "missing-key",
        "A key that has to be there.",
        "  - id: moved\n    result: won",
        "  - id: moved\n    label: The date moves\n    when: {covered: [bug, ask]}\n    result: won",
    ),
    Entry(
        "wrong-type",
        "A value of another sort than the key takes: a text for a list, a list for a text, a text for a number.",
        "    detect: fine we ship anyway",
        "    detect: [fine we ship anyway]",
    ),
    Entry("unknown-choice", "A value that is none of those the key takes.", "    result: loose", "    result: lost"),
    Entry(
        "bad-id",
        "An id with other signs than lower-case letters, digits and `_`, or one that begins with none of the letters.",
        "  - id: Moved-on",
        "  - id: moved",
    ),
    Entry("out-of-range", "A number beyond its bounds.", "      start: 150", "      start: 50"),
    Entry("empty", "An empty text, or a list without an entry.", '    epilogue: ""', '    epilogue: "It shipped."'),
    Entry("too-long", "A text or an id that is too long to be said or shown.", f"  - id: {'m' * 61}", "  - id: moved"),
    Entry(
        "wrong-shape",
        "Keys that do not go together: a point with both `facets` and `expect`, a bound on trust without a bound.",
        "    expect: [thank you, I appreciate it]\n    facets: {said: {expect: [cheers]}}",
        "    expect: [thank you, I appreciate it]",
    ),
)
