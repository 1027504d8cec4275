"""Problems between parts that are well formed: what would leave a meeting standing still, or have it claim what nobody knows."""

from __future__ import annotations

from trainer.authoring.catalogue.entry import Entry

OF_RULES = (
    Entry(
        "optional-fact-unguarded",
        "A line with an optional `{fact}` that is said when the fact has no value too. Such a line stands under `when: "
        "{known: FACT}`, with another one "
        "behind it. A model line may name the facts its own point rests on: their `unknown` and `none` sentences are said in its place.",
        '    epilogue: "The date moves, because of {cause}."',
        '    epilogue: "The date moves."',
    ),
    Entry(
        "no-unknown-sentence",
        "An optional fact without `unknown`: there would be nothing to say when it is not known.",
        '    none: "There is no single cause."',
        '    unknown: "We are still looking for the cause."\n    none: "There is no single cause."',
    ),
    Entry(
        "slot-in-sentence",
        "A `{fact}` in a fact's own `unknown` or `none` sentence, which is said as it is written.",
        '    none: "{bug} has no single cause."',
        '    none: "There is no single cause."',
    ),
    Entry(
        "stray-quote",
        "`{quote}` anywhere but in a `doubt`: there is nothing to quote.",
        '        check: "So {quote}?"',
        '        check: "So something is broken?"',
    ),
    Entry(
        "nothing-to-say",
        "A line whose variants all have a `when`, so that nothing may be left to say. Variants for a fact known, "
        "unknown and none together always hold.",
        '    says: [{when: {covered: bug}, lines: ["All right. Anything else?"]}]',
        '    says: "All right. Anything else?"',
    ),
    Entry(
        "never-reached",
        "A variant, way or ending behind one that always holds.",
        "      - {to: closing}\n      - {to: pushback}",
        "      - {to: closing}",
        severity="warning",
    ),
    Entry(
        "required-not-heard",
        "A required point that is not among those listened for.",
        "    requires: [bug, cause]",
        "    requires: [bug]",
    ),
    Entry(
        "follow-up-not-heard",
        "Follow-ups for a point the moment does not listen for: a role would press for something it cannot hear.",
        "    listens_for: [cause]\n    follow_ups: {bug: {pump: Why?}}",
        "    listens_for: [cause]",
    ),
    Entry(
        "last-way-guarded",
        "A last `next` with a `when`: the meeting could stand still.",
        "      - {when: {covered: thanks}, to: end}",
        "      - {to: end}",
    ),
    Entry("dead-end", "A state from which no way leads to `end`.", "      - {to: pushback}", "      - {to: end}"),
    Entry(
        "last-ending-guarded",
        "A last ending with a `when`: the meeting could end in none.",
        "  - id: open_end\n    when: {missing: ask}",
        "  - id: open_end",
    ),
    Entry(
        "interrupts-always",
        "An interrupting ending without `when`: it would end the meeting after the first reply.",
        "    interrupts: true\n    result: mixed",
        "    result: mixed",
    ),
    Entry(
        "stand-in-optional",
        "A stand-in that may be absent as well.",
        '    concern: "The date we gave"\n    optional: true',
        '    concern: "The date we gave"',
    ),
    Entry(
        "nobody-stays",
        "Every role is optional, so nobody might be there.",
        '    concern: "The date we gave"\n    optional: true',
        '    concern: "The date we gave"',
    ),
    Entry("need-out-of-reach", "A `need` above the number of facets that count; a bonus does not count.", "    need: 3", "    need: any"),
    Entry(
        "mistake-never-found",
        "A mistake with no wordings, and no flag with a point it contradicts.",
        "    label: Gave the date away\n    contradicts: [ask]",
        "    label: Gave the date away\n    detect: [fine we ship anyway]\n    contradicts: [ask]",
    ),
    Entry(
        "wrong-kind",
        "A value that is no quantity of the fact's kind, in an example or an incident.",
        "    example: soon enough",
        "    example: 4-6 hours",
    ),
)
OF_INCIDENTS = (
    Entry(
        "fact-needed",
        "A required fact without a value, or given as unknown: the meeting cannot be held without it.",
        "  bug: unknown",
        "  bug: orders vanish",
    ),
    Entry(
        "no-none",
        "`none` for a fact there always is one of: the scenario has no sentence for it.",
        "  owner: none",
        "  owner: the night shift",
    ),
    Entry("other-scenario", "An incident for another scenario.", "scenario: smal", "scenario: small"),
)
