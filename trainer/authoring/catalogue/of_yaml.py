"""Problems of YAML itself: text that is no YAML, and YAML that does not mean what it says."""

from __future__ import annotations

from trainer.authoring.catalogue.entry import Entry

OF_YAML = (
    Entry(
        "braces-unquoted",
        "A text that begins with `{` and has no quotes. YAML begins a map there, so `{bug}` alone is a map and `{bug} "
        "is bad` no YAML at all.",
        "    model: {bug}",
        '    model: "We found that {bug}."',
    ),
    Entry(
        "colon-in-text",
        "A colon and a space in a text without quotes. YAML takes what stands before them for a key.",
        "    about: what happened: the facts",
        "    about: what happened",
    ),
    Entry(
        "hash-cuts-text",
        "A space and `#` in a text without quotes. YAML begins a comment there and the rest of the text is gone. An "
        "error when something follows "
        "the sign at once (`#4711`); a warning when it could well be a comment. Two spaces before the sign make it one beyond doubt.",
        "    example: orders are stored twice #4711",
        "    example: orders are stored twice",
    ),
    Entry(
        "duplicate-key",
        "The same key twice in one map. YAML keeps one and drops the other without a word.",
        "agreement: 0.6\nagreement: 0.7",
        "agreement: 0.6",
    ),
    Entry(
        "read-as-number",
        "A text without quotes that YAML reads as a number, or a number that is not the one it looks like: `15:30` is "
        "930, counted in sixties; "
        "`010` is 8, counted in eights.",
        "    about: 15:30",
        "    about: the end",
    ),
    Entry(
        "read-as-yes-no",
        "A text without quotes that YAML reads as true or false: yes, no, on, off, in any case.",
        "    epilogue: No",
        '    epilogue: "It shipped."',
    ),
    Entry("read-as-date", "A text without quotes that YAML reads as a date.", "    about: 2026-03-01", "    about: the end"),
    Entry(
        "nothing-given",
        "A key with nothing behind it, or `~` or `null`. This format has no empty values: a line that says nothing is left out.",
        "    about:",
        "    about: the end",
    ),
    Entry(
        "anchor",
        "YAML anchors, aliases and merge keys (`&x`, `*x`, `<<`). This format has none: whoever reads one part of a "
        "file should see all of it. A text "
        "that begins with `*` or `&` needs quotes.",
        "    about: &end the end",
        "    about: the end",
    ),
    Entry("tag", "A YAML tag. A text that begins with `!` needs quotes.", "    about: !important the end", "    about: the end"),
    Entry("odd-key", "A list or map where a key belongs.", "agreement: 0.6\n[agreement]: 0.7", "agreement: 0.6"),
    Entry(
        "second-document",
        "A line `---` that begins a second document. A file holds one.",
        "agreement: 0.6\n---\nagreement: 0.7",
        "agreement: 0.6",
    ),
    Entry(
        "control-character",
        "A character a terminal could take for an order: escape codes, marks that turn the direction of text, and the "
        "like, raw or written as `\\x1b`.",
        '    epilogue: "It shipped.\\x1b[2J"',
        '    epilogue: "It shipped."',
    ),
    Entry(
        "tab-indent",
        "A tab in the indentation. YAML takes spaces only.",
        "  date: [deadline, day]\n\tlater: [soon]",
        "  date: [deadline, day]",
    ),
    Entry(
        "odd-start",
        "A text without quotes that begins with a sign YAML keeps for itself: `@`, `` ` ``, `%`, `*`, `&`, `!`, `|`, `>`, `[`.",
        "    about: @pm the end",
        "    about: the end",
    ),
    Entry("quote-open", "A quote that is never closed.", '    epilogue: "It shipped.', '    epilogue: "It shipped."'),
    Entry(
        "quote-ends-early",
        "A quoted text that goes on behind its closing quote, or a backslash in double quotes that begins no escape YAML knows.",
        "    epilogue: 'It didn't ship.'",
        '    epilogue: "It shipped."',
    ),
    Entry(
        "bracket-open",
        "A `[` or `{` that is never closed.",
        "  date: [deadline,\n    day\nagreement: 0.6",
        "  date: [deadline, day]\nagreement: 0.6",
    ),
    Entry("no-space-behind-colon", "A key whose colon has no space behind it.", "language:en", "language: en"),
    Entry(
        "indentation",
        "A line that is indented differently from the lines it belongs with.",
        "  pushback:\n    role: sales\n   about: what you want",
        "  pushback:\n    role: sales\n    about: what you want",
    ),
    Entry("syntax", "Anything else YAML cannot read; the message is the parser's own.", "agreement: 0.6\n? [", "agreement: 0.6"),
    Entry(
        "too-deep",
        "More levels of nesting than any scenario needs; most often brackets without their ends.",
        f"  date: {'[' * 31}",
        "  date: [deadline, day]",
    ),
    Entry("empty-file", "A file with nothing in it.", "# nothing but a comment"),
)
