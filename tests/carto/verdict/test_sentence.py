"""One sentence per commune: short, whole, dated, in good French, and true to its row."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from carto import flags
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Alerts
from carto.verdict.sentence import commune_sentence
from tests.carto.verdict.states import BOUNDS, MINUTES, NEED, RATE, WORDING
from tests.carto.verdict.truth import STATES, State, name, possible, underserved

NBSP, NARROW = "\u00a0", "\u202f"
NEED_NAME = "besoin approché par le niveau de vie médian (INSEE 2019)"
SAID = {
    0: "n'est pas sous-desservie",
    1: "est en vigilance",
    2: "est sous-desservie",
    3: "est prioritaire",
}
LABEL = {0: "non sous-desservie", 1: "vigilance", 2: "sous-desservie", 3: "prioritaire"}
# The most words that a real name has.
LONG_NAME = "Pont de Montvert - Sud Mont Lozère"


def row(state: State, **changed: object) -> dict[str, object]:
    offre, besoin, connectivite = state
    low, high = BOUNDS[offre]
    classes = possible(state)
    return {
        "nom": "Argol",
        "verdict": str(classes[0]) if len(classes) == 1 else "indetermine",
        "flags": "",
        "nearest_site_min": MINUTES[offre],
        "accessibility": low if low == high else None,
        "accessibility_low": low,
        "accessibility_high": high,
        "need": NEED[besoin] if besoin is not None else None,
        "taux_couverture_ftth": RATE[connectivite] if connectivite is not None else None,
        "copper_class": None,
        "fermeture_technique": None,
        "is_underserved": underserved(state),
        "robustness": None,
        "agreement": None,
        "accessibility_quality": "A",
    } | changed


def sentence(state: State, alerts: Alerts | None = None, **changed: object) -> str:
    wording = replace(WORDING, alerts=alerts or WORDING.alerts)
    return commune_sentence(row(state, **changed), possible(state), wording)


def assert_good_french(text: str) -> None:
    assert re.search(rf"[^{NBSP}{NARROW}][:;!?%€]", text) is None, "breaking space or none"
    assert re.search(r"\d\.\d", text) is None, "decimal point"
    assert "  " not in text
    assert f" {NBSP}" not in text
    assert re.search(r"\d (min|h/sem|hab|%|\d)", text) is None, "unit that may wrap"
    assert text.endswith(".")
    assert not text.endswith("..")
    for wrong in ("None", "nan", "True", "False", "inf "):
        assert wrong not in text


@pytest.mark.parametrize("state", STATES, ids=name)
@pytest.mark.parametrize("nom", ["Argol", LONG_NAME])
@pytest.mark.parametrize("flag", ["", f"{flags.PEU_DE_LOCAUX}|{flags.ITINERANT_DECIDE}"])
@pytest.mark.parametrize("minutes", ["as is", None])
@pytest.mark.parametrize("robustness", ["robuste", "bascule", "fragile", None])
def test_every_sentence_is_short_whole_and_dated(
    state: State, nom: str, flag: str, minutes: str | None, robustness: str | None
) -> None:
    changed = {"nom": nom, "flags": flag}
    if underserved(state) is not None:
        quality = "C" if robustness == "fragile" else "A"
        changed |= {"robustness": robustness, "agreement": 0.97, "accessibility_quality": quality}
    if minutes is None:
        changed["nearest_site_min"] = None  # type: ignore[assignment]
    text = sentence(state, **changed)
    assert len(text.split()) <= 60, text
    assert_good_french(text)
    assert text.startswith(nom)
    assert "en août 2024" in text or "en 08/2024" in text
    assert "au 30 juin 2026" in text or "au 30/06/2026" in text
    for said in ("seuil 20", NEED_NAME, f"seuil 95{NBSP}%"):
        assert said in text
    assert ("itinéran" in text) is bool(flag)


@pytest.mark.parametrize("state", STATES, ids=name)
def test_the_class_is_named_or_all_that_are_possible(state: State) -> None:
    text, classes = sentence(state), possible(state)
    if len(classes) == 1:
        assert text.startswith(f"Argol {SAID[classes[0]]}{NBSP}: ")
    elif underserved(state):
        sure = "est sous-desservie à coup sûr (on ne sait pas si elle est prioritaire)"
        assert text.startswith(f"Argol {sure}{NBSP}: ")
    else:
        named = text[text.index("(") + 1 : text.index(")")]
        assert re.split(", | ou ", named) == [LABEL[one] for one in classes]
        assert text.startswith("Argol reste indéterminée (")


@pytest.mark.parametrize("state", STATES, ids=name)
def test_values_and_thresholds_of_each_family_are_said(state: State) -> None:
    text, (offre, besoin, connectivite) = sentence(state), state
    time = {True: f"24{NBSP}min", False: f"10{NBSP}min", None: f"16{NBSP}min"}[offre]
    assert f"à {time} (seuil 20)" in text
    hours = {
        True: None,
        False: f"offre de 0,50{NBSP}h/sem.",
        None: f"offre de 0,10 à 0,90{NBSP}h/sem.",
    }[offre]
    if hours is None:
        assert "offre" not in text
    else:
        per = rf"{hours}( pour |/)1{NARROW}000{NBSP}hab\. \(seuil 0,285\)"
        assert re.search(per, text)
    unknown = rf"({NBSP}: donnée absente| inconnue?)"
    scale = rf"{NBSP}sur{NBSP}10 \(seuil 7\)"
    score = {True: rf" 8{scale}", False: rf" 3{scale}", None: unknown}[besoin]
    assert re.search(re.escape(NEED_NAME) + score, text)
    rate = {True: f" 87,6{NBSP}%", False: f" 98,1{NBSP}%", None: unknown}[connectivite]
    assert re.search(f"fibre{rate} au 30 juin 2026", text)


def test_a_whole_sentence() -> None:
    assert sentence((True, True, True)).replace(NBSP, " ") == (
        "Argol est prioritaire : lieu le plus proche à 24 min (seuil 20) en août 2024 ; besoin "
        "approché par le niveau de vie médian (INSEE 2019) 8 sur 10 (seuil 7) ; fibre 87,6 % au "
        "30 juin 2026 (seuil 95 %)."
    )


@pytest.mark.parametrize(
    ("robustness", "agreement", "said"),
    [
        ("robuste", 1.0, f" Verdict robuste (sous-desservie dans 100{NBSP}% des calculs refaits)."),
        ("robuste", 0.9, f" Verdict robuste (sous-desservie dans 90{NBSP}% des calculs refaits)."),
        ("robuste", 0.57, f" Verdict robuste (sous-desservie dans 57{NBSP}% des calculs refaits)."),
        (
            "fragile",
            0.8999,
            f" Verdict fragile (sous-desservie dans 89{NBSP}% des calculs refaits).",
        ),
        (
            "bascule",
            0.415,
            " Verdict qui peut basculer (sous-desservie dans "
            f"41{NBSP}% des calculs refaits seulement).",
        ),
        (None, None, "."),
    ],
)
def test_how_far_the_verdict_holds(
    robustness: str | None, agreement: float | None, said: str
) -> None:
    text = sentence((True, True, True), robustness=robustness, agreement=agreement)
    assert text.endswith(f"(seuil 95{NBSP}%).{said.removeprefix('.')}")
    assert_good_french(text)


@pytest.mark.parametrize(("level", "is_said"), [("fragile", True), ("bascule", False)])
def test_a_verdict_that_most_draws_give_says_why_it_is_fragile(level: str, is_said: bool) -> None:
    """Else a reader meets « fragile (100 %) » and does not know what of it is."""
    weak = {"robustness": level, "agreement": 1.0, "accessibility_quality": "C"}
    text = sentence((True, True, True), **weak)
    said = (
        " Verdict fragile, la plupart des heures étant estimées (sous-desservie dans "
        f"100{NBSP}% des calculs refaits)."
    )
    assert text.endswith(said) is is_said
    assert "estimées" not in sentence((True, True, True), **weak | {"accessibility_quality": "B"})
    assert_good_french(text)


def test_what_draws_agree_on_is_the_answer_and_not_the_class() -> None:
    text = sentence((False, True, False), robustness="robuste", agreement=0.97)
    assert f" Verdict robuste (non sous-desservie dans 97{NBSP}% des calculs refaits)." in text


def test_an_open_class_is_not_said_to_hold() -> None:
    text = sentence((True, True, None), robustness="robuste", agreement=1.0)
    assert "on ne sait pas si elle est prioritaire" in text
    assert "erdict" not in text


@pytest.mark.parametrize(
    ("copper_class", "said"), [("CU4", True), ("CU2", True), ("CU1", False), (None, False)]
)
def test_the_closure_of_copper_is_said_where_it_decides(
    copper_class: str | None, said: bool
) -> None:
    changed = {"copper_class": copper_class, "fermeture_technique": "2027-01-31"}
    text = sentence((True, True, True), **changed)
    assert ("(seuil 95\u00a0%), fermeture du cuivre en janvier 2027." in text) is said
    assert ("cuivre" in text) is said
    long = sentence((None, True, True), nom=LONG_NAME, flags=flags.ITINERANT_DECIDE, **changed)
    assert ("cuivre" in long) is said
    for one in (text, long):
        assert_good_french(one)
        assert len(one.split()) <= 60


def test_no_road_to_any_place() -> None:
    text = sentence((True, True, False), nearest_site_min=None)
    assert f"aucun lieu accessible par la route (seuil 20{NBSP}min) en août 2024" in text


def test_no_inhabitant() -> None:
    text = sentence((True, True, True), verdict="sans_objet")
    assert text == f"Argol{NBSP}: sans objet, la commune n'a aucun habitant."
    assert_good_french(text)


def test_an_unknown_supply_with_a_known_time() -> None:
    unknown = dict.fromkeys(("accessibility", "accessibility_low", "accessibility_high"))
    assert "offre inconnue (seuil 0,285)" in sentence((None, False, False), **unknown)


@pytest.mark.parametrize(
    ("state", "changed", "said"),
    [
        ((False, False, True), {"taux_couverture_ftth": 0.9496}, f"fibre 94,96{NBSP}% "),
        ((False, False, True), {"taux_couverture_ftth": 0.949999}, f"fibre 94,9999{NBSP}% "),
        ((False, False, False), {"taux_couverture_ftth": 0.95}, f"fibre 95,0{NBSP}% "),
        ((True, False, False), {"nearest_site_min": 20.4}, f"à 20,4{NBSP}min "),
        ((True, False, False), {"nearest_site_min": 20.01}, f"à 20,01{NBSP}min "),
        ((False, False, False), {"nearest_site_min": 20.0}, f"à 20{NBSP}min "),
        ((True, False, False), {"nearest_site_min": 9.0, "accessibility": 0.2849}, "de 0,28"),
        ((False, False, False), {"accessibility": 0.285}, "de 0,29"),
        ((False, True, False), {"need": 6.8}, f"6,8{NBSP}sur{NBSP}10"),
    ],
)
def test_a_value_is_never_rounded_across_its_threshold(
    state: State, changed: dict[str, object], said: str
) -> None:
    assert said in sentence(state, **changed)


def test_thresholds_of_the_operator_are_said_in_full() -> None:
    overrides = {"time_min": 12.5, "need": 6.5, "fibre_pct": 92.5, "apl_ref": 1, "apl_ratio": 0.25}
    alerts = with_overrides({"alerts": overrides}).alerts
    text = sentence((False, False, False), alerts)
    for said in ("(seuil 12,5)", "(seuil 6,5)", f"(seuil 92,5{NBSP}%)", "(seuil 0,25)"):
        assert said in text


def test_sources_not_supplied_are_said_not_to_be() -> None:
    without = replace(WORDING, fibre_date="", sites_date="")
    text = commune_sentence(row((None, None, None)), [0, 1, 2, 3], without)
    assert "lieux d'aide non fournis" in text
    assert "fibre non fournie" in text
    assert_good_french(text)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2022-12-14", "entre décembre 2022 et août 2024"),
        ("2024-08-01", "en août 2024"),
        ("", "en août 2024"),
    ],
)
def test_lists_of_places_of_several_dates_are_dated_by_both_ends(since: str, said: str) -> None:
    wording = replace(WORDING, sites_since=since)
    for state in STATES:
        text = commune_sentence(row(state, nom=LONG_NAME), possible(state), wording)
        short = "en 2022-2024" if since == "2022-12-14" else "en 08/2024"
        assert said in text or short in text
        assert len(text.split()) <= 60
