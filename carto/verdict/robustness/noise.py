"""Noise keyed by name: the draws of a commune or of a place depend on nothing but its name.

Each name has its own generator, seeded by the seed of the parameters, the use and the name. So
draws repeat, do not depend on the order of rows, and those of one commune stay the same when
others are added around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def generator(seed: int, use: str, name: str = "") -> Generator:
    """Make the generator of one use and one name.

    Examples
    --------
    >>> generator(1, "need", "29001").random() == generator(1, "need", "29001").random()
    True
    >>> generator(1, "need", "29001").random() == generator(1, "need", "29002").random()
    False
    """
    digest = blake2b(f"{use}/{name}".encode(), digest_size=8).digest()
    return Generator(PCG64([seed, int.from_bytes(digest, "little")]))


def normals(names: Iterable[str], draws: int, seed: int, use: str) -> Floats:
    """Draw standard normal values for each name, shape (names, draws)."""
    found = [generator(seed, use, name).standard_normal(draws) for name in names]
    return np.array(found).reshape(len(found), draws)


def uniforms(names: Iterable[str], draws: int, seed: int, use: str) -> Floats:
    """Draw between 0 and 1 for each name, shape (names, draws)."""
    found = [generator(seed, use, name).random(draws) for name in names]
    return np.array(found).reshape(len(found), draws)
