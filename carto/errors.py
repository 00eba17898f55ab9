"""Errors of the domain: every message says, in French, what to do next."""


class CartoError(Exception):
    """An expected error, caused by data or settings; shown to users as one line."""


class ContractError(CartoError):
    """A table does not meet its contract."""


class MixedVintagesError(CartoError):
    """Two tables of different COG years meet in one join."""
