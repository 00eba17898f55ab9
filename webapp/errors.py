"""What can go wrong in a request, in words that do not mention HTTP."""

from __future__ import annotations

from carto.errors import CartoError
from carto.typography import typeset


class ServiceError(CartoError):
    """An expected error of the service, typeset as French wants it."""

    def __init__(self, message: str) -> None:
        super().__init__(typeset(message))


class ParameterError(ServiceError):
    """A query parameter is unknown, repeated, or its value cannot be used.

    Attributes
    ----------
    parameter
        Name of the parameter, as the visitor wrote it (shortened).
    """

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class UnusableAddressError(ServiceError):
    """A file cannot be made as its address asks; the message says which part of it."""


class UnknownResourceError(ServiceError):
    """No territory, place, snapshot or file has this code, identifier or name."""


class FormerCommuneError(ServiceError):
    """A commune that is no more: its territory is in others.

    Attributes
    ----------
    code
        Its former code.
    heirs
        Codes of the published communes where its territory is, sorted.
    """

    def __init__(self, code: str, heirs: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.code = code
        self.heirs = heirs


class NoSnapshotError(ServiceError):
    """Nothing is published that could be served; the message says which command to run."""


class MissingAssetsError(ServiceError):
    """The assets of the pages were not assembled, or one is missing."""


class NotOfferedError(ServiceError):
    """What is asked makes sense, and this service does not do it."""


class PdfUnavailableError(NotOfferedError):
    """A library that writing a PDF needs is not installed."""


class BusyError(ServiceError):
    """Too much is asked at once; the message says to come back."""


class TooFastError(BusyError):
    """One visitor asks faster than allowed.

    Attributes
    ----------
    wait_s
        Seconds after which the same question is answered.
    """

    def __init__(self, message: str, wait_s: int) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class UnknownHostError(ServiceError):
    """The service was called by a name that is not one of its own."""
