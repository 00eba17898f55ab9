"""The variants of the need: which sources each one rests on, and the words that declare it.

The need is measured by one variant in a snapshot, and its name is printed wherever it is used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from carto.errors import CartoError
from carto.typography import typeset

IFN = "ifn"
INSEE = "insee"
REVENU = "revenu"


@dataclass(frozen=True)
class NeedVariant:
    """A way to measure the need.

    Attributes
    ----------
    sources
        Readers of the tables that it needs, all of them.
    name
        French words for it; `{}` stands for the vintages of its sources.
    explanation
        French sentences for the method page: what the score is, and what it is not.
    """

    sources: tuple[str, ...]
    name: str
    explanation: str

    def __post_init__(self) -> None:
        """Set the French texts with their non-breaking spaces."""
        for field in ("name", "explanation"):
            object.__setattr__(self, field, typeset(getattr(self, field)))


_THREE_SCORES = (
    "taux de pauvreté, part des 65 ans et plus, part des 15 ans et plus non scolarisés et sans "
    "diplôme. Les notes du réseau n'y entrent pas : la fibre est une alerte à part, comptée une "
    "seule fois. Une note manquante rend le besoin inconnu. Ces notes classent des communes entre "
    "elles et décrivent un risque : elles ne disent rien de l'aisance numérique d'un habitant."
)
VARIANTS: Mapping[str, NeedVariant] = {
    IFN: NeedVariant(
        ("fragilite",),
        "besoin (pauvreté, âge, diplôme ; IFN {})",
        "moyenne de trois notes de 1 à 10 reprises de l'indice de fragilité numérique de La "
        f"MedNum : {_THREE_SCORES} L'indice publié est montré à côté, inchangé.",
    ),
    INSEE: NeedVariant(
        ("filosofi", "structure_population", "diplomes"),
        "besoin (pauvreté, âge, diplôme ; INSEE {})",
        "moyenne de trois notes de 1 à 10, rang de la commune parmi les habitants de la France : "
        f"{_THREE_SCORES} Là où le taux de pauvreté est couvert par le secret statistique, celui "
        "de l'EPCI le remplace, et c'est signalé.",
    ),
    REVENU: NeedVariant(
        ("filosofi",),
        "besoin approché par le niveau de vie médian (INSEE {})",
        "score de 1 (faible) à 10 (fort), selon le décile national du niveau de vie médian de la "
        "commune. C'est une approximation : le niveau de vie d'une commune ne dit rien de "
        "l'aisance numérique de chacun de ses habitants.",
    ),
}
# Without a declared variant, the first of these whose sources are all supplied. The income says
# less than the scores do: it has to be declared.
_BY_DEFAULT = (IFN, INSEE)


def choose_variant(declared: str | None, supplied: Collection[str]) -> str | None:
    """Choose how to measure the need.

    Parameters
    ----------
    declared
        The operator's choice, None to take the best that the sources allow.
    supplied
        Readers of the configured sources.

    Returns
    -------
    str or None
        A key of `VARIANTS`; None when the need cannot be measured without declaring a variant.

    Raises
    ------
    CartoError
        When the declared variant lacks a source.

    Examples
    --------
    >>> choose_variant(None, {"fragilite", "filosofi"}), choose_variant(None, {"filosofi"})
    ('ifn', None)
    """
    if declared is None:
        return next(
            (name for name in _BY_DEFAULT if set(VARIANTS[name].sources) <= set(supplied)), None
        )
    absent = [source for source in VARIANTS[declared].sources if source not in supplied]
    if absent and declared in _BY_DEFAULT:
        raise CartoError(
            f'carto.toml : [need] variant = "{declared}" demande la source « {absent[0]} » ; '
            f"ajoutez [sources.{absent[0]}], ou retirez cette ligne."
        )
    return declared


def need_name(variant: str | None, millesime: str) -> str:
    """Name the need as it must be printed wherever it is used.

    >>> need_name("revenu", "2019")
    'besoin approché par le niveau de vie médian (INSEE 2019)'
    """
    if variant is None:
        return "besoin"
    return VARIANTS[variant].name.format(millesime).replace(" )", ")")


def need_millesime(variant: str | None, millesimes: Mapping[str, str]) -> str:
    """Write the vintages of the sources of a variant.

    Parameters
    ----------
    variant
        A key of `VARIANTS`, or None.
    millesimes
        Source id (`filosofi`, `filosofi_pauvres`) to its vintage.

    Examples
    --------
    >>> need_millesime("insee", {"filosofi": "2021", "diplomes": "2022", "population": "2023"})
    '2021 et 2022'
    """
    readers = VARIANTS[variant].sources if variant else ()
    found = {
        millesime
        for source, millesime in millesimes.items()
        if any(source == reader or source.startswith(f"{reader}_") for reader in readers)
    }
    *others, last = sorted(found) or [""]
    return f"{', '.join(others)} et {last}" if others else last
