"""The closed lists of words for claims and annotations, each as editors write it and as readers see it."""

VERDICTS = {
    "supported": "Supported",
    "partly-supported": "Partly supported",
    "disputed": "Disputed",
    "unsupported": "Unsupported",
    "incorrect": "Incorrect",
    "judgment": "Judgment",
    "recommendation": "Recommendation",
    "forecast": "Forecast",
}
# What became of a claim that no source of its own day could settle, by its verdict. Other verdicts have none.
OUTCOMES_OF = {
    "forecast": {
        "held-so-far": "Held so far",
        "mixed": "Mixed",
        "failed-so-far": "Failed so far",
        "untested": "Untested",
    },
    "recommendation": {
        "adopted": "Adopted",
        "partly-adopted": "Partly adopted",
        "adopted-then-reversed": "Adopted then reversed",
        "not-adopted": "Not adopted",
        "unclear": "Unclear",
    },
}
OUTCOMES = {name: word for words in OUTCOMES_OF.values() for name, word in words.items()}
KINDS = {
    "evidence": "Evidence",
    "context": "Context",
    "counterpoint": "Counterpoint",
    "correction": "Correction",
    "update": "Update",
}
# What can be compared: the words that one sort of claim can have.
GROUPS = {
    "Facts": [name for name in VERDICTS if name not in (*OUTCOMES_OF, "judgment")],
    "Opinions": ["judgment"],
    "Forecasts": list(OUTCOMES_OF["forecast"]),
    "Recommendations": list(OUTCOMES_OF["recommendation"]),
}
