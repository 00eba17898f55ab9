"""The indicators of the verdict: its class, the type of commune behind it, how far it holds."""

from __future__ import annotations

from functools import partial

from carto.drawing import palettes, wording
from carto.drawing.indicators import steps
from carto.drawing.indicators.definitions import Definition
from carto.drawing.indicators.indicator import Indicator, classes_of
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS

# From the least to the most alerts; among equals, as light to dark as their colours.
TYPES = (
    "pourvue",
    *("besoin_accompagne", "fibree_sans_aide", "fibre_inachevee"),
    *("double_peine", "besoin_sans_aide", "besoin_fibre_inachevee"),
    "cumul",
)


def verdict(definition: Definition) -> Indicator:
    """Build the verdict: four ordered classes; undecided and empty communes have none."""
    labels = [VERDICT_WORDS[key] for key in "0123"]
    return Indicator(
        id="verdict",
        group="Verdict",
        column="verdict",
        definition=definition,
        classes=classes_of(labels, palettes.VERDICT, worst=3),
        missing_label="indéterminé ou sans objet",
        classify=steps.class_of_verdict,
        write=wording.write_verdict,
    )


def typology(definition: Definition) -> Indicator:
    """Build the types, network × help × need: a hue for what is lacking, darker as more is."""
    labels = [TERRITORY_TYPES[key].words for key in TYPES]
    return Indicator(
        id="typologie",
        group="Verdict",
        column="typology",
        definition=definition,
        classes=classes_of(labels, [palettes.TYPES[key] for key in TYPES], worst=len(TYPES) - 1),
        missing_label="indéterminé ou sans objet",
        classify=partial(steps.class_of_word, column="typology", words=TYPES),
        write=wording.write_type,
    )


def robustness(definition: Definition) -> Indicator:
    """Build how far the verdict holds, from the most to the least."""
    words = tuple(ROBUSTNESS_WORDS)
    return Indicator(
        id="solidite",
        group="Confiance",
        column="robustness",
        definition=definition,
        classes=classes_of(list(ROBUSTNESS_WORDS.values()), palettes.BUPU, worst=len(words) - 1),
        missing_label="verdict indéterminé ou sans objet",
        classify=partial(steps.class_of_word, column="robustness", words=words),
        write=wording.write_robustness,
    )
