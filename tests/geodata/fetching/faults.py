"""Every fault of a publisher, by name: what it answers, and what we say of it."""

from __future__ import annotations

import gzip
import io
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.geodata.fetching.publisher import Answering, Fault

ROWS = b"COM;PMUN\n29001;1065\n"


@dataclass(frozen=True)
class Expected:
    """A fault, words of the message it gives, and the most requests it may cause.

    `is_slow` marks those that only end with a time limit.
    """

    fault: Fault
    said: str
    most_requests: int = 3
    is_slow: bool = False


def zipped(name: str, data: bytes) -> bytes:
    """Zip one member under any name."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return held.getvalue()


def status(code: int, **headers: str) -> Fault:
    """Answer with a status."""
    return lambda answering: answering.give(b"non", code, **headers)


def body(data: bytes, **headers: str) -> Fault:
    """Answer 200 with a body."""
    return lambda answering: answering.give(data, **headers)


def redirect(target: str) -> Fault:
    """Answer with a redirection."""
    return status(302, Location=target)


def _chain(answering: Answering) -> None:
    """Redirect to another address each time."""
    answering.server.faults[f"{answering.path}+"] = _chain
    answering.give(b"", 302, Location=f"{answering.path}+")


def _close(answering: Answering) -> None:
    """Close the connection without a word."""
    answering.close_connection = True


def _reset(answering: Answering) -> None:
    """Break the connection in the middle of the body."""
    answering.send_response(200)
    answering.send_header("Content-Length", "1000")
    answering.end_headers()
    answering.wfile.write(ROWS)
    answering.wfile.flush()
    linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
    answering.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    for end in (answering.wfile, answering.rfile, answering.connection):
        end.close()


def _cut(answering: Answering) -> None:
    """Send less than was announced."""
    answering.give(ROWS, Content_Length=str(len(ROWS) + 10))
    answering.close_connection = True


def _cut_chunks(answering: Answering) -> None:
    """Stop before the last chunk."""
    answering.send_response(200)
    answering.send_header("Transfer-Encoding", "chunked")
    answering.end_headers()
    answering.wfile.write(b"5\r\nCOM;P\r\n")
    answering.close_connection = True


def _stall(answering: Answering) -> None:
    """Send the headers, then nothing."""
    answering.send_response(200)
    answering.send_header("Content-Length", "1000")
    answering.end_headers()
    answering.server.closing.wait(10)


def _silent(answering: Answering) -> None:
    """Send nothing at all."""
    answering.server.closing.wait(10)


def _slow_body(answering: Answering) -> None:
    """Send byte after byte."""
    answering.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")


def _slow_headers(answering: Answering) -> None:
    """Send the headers byte after byte."""
    answering.drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")


def _endless(answering: Answering) -> None:
    """Send without end, as fast as possible."""
    start = b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
    answering.drip(start, piece=b"29001;1065\n" * 2**16, pause=0)


def _endless_chunks(answering: Answering) -> None:
    """Send chunks without end."""
    start = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    answering.drip(start, piece=b"10000\r\n" + b"x" * 2**16 + b"\r\n", pause=0)


FAULTS: Mapping[str, Expected] = {
    "down": Expected(_close, "interrompue avant la fin"),
    "reset": Expected(_reset, "interrompue avant la fin"),
    "absent": Expected(status(404), "répond 404", 1),
    "failing": Expected(status(500), "répond 500"),
    "429 soon": Expected(status(429, Retry_After="0"), "répond 429"),
    "429 later": Expected(status(429, Retry_After="3600"), "demande d'attendre 3600 s", 1),
    "503 later": Expected(status(503, Retry_After="86400"), "demande d'attendre 86400 s", 1),
    "503 date": Expected(status(503, Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"), "attendre", 1),
    "503 nonsense": Expected(status(503, Retry_After="demain"), "répond 503"),
    "304 unasked": Expected(status(304, Content_Length="0"), "304 sans", 1),
    "206": Expected(status(206), "répond 206", 1),
    "slow body": Expected(_slow_body, "plus de", is_slow=True),
    "slow headers": Expected(_slow_headers, "plus de", is_slow=True),
    "stall": Expected(_stall, "à temps", is_slow=True),
    "silent": Expected(_silent, "à temps", is_slow=True),
    "truncated": Expected(_cut, "interrompue avant la fin"),
    "truncated chunks": Expected(_cut_chunks, "interrompue avant la fin"),
    "html": Expected(body(b"\xef\xbb\xbf\n<!DOCTYPE html><p>Maintenance</p>"), "page web", 1),
    "xml": Expected(body(b'<?xml version="1.0"?><Error/>'), "page web", 1),
    "json error": Expected(body(b'{"error": "quota"}'), "message JSON", 1),
    "empty": Expected(body(b""), "fichier vide", 1),
    "blank": Expected(body(b"\xef\xbb\xbf \r\n"), "fichier vide", 1),
    "broken gzip": Expected(
        body(gzip.compress(ROWS * 9, mtime=0)[:-9]), "gzip tronquée ou abîmée", 1
    ),
    "no gzip": Expected(body(b"\x1f\x8b\x08 rien de cela"), "gzip tronquée ou abîmée", 1),
    "html in gzip": Expected(body(gzip.compress(b"<html>", mtime=0)), "page web", 1),
    "gzip bomb": Expected(
        body(gzip.compress(b"0" * 2**22, mtime=0)), "Gio une fois décompressé", 1
    ),
    "encoded bomb": Expected(
        body(gzip.compress(b"0" * 2**24, mtime=0), Content_Encoding="gzip"), "de plus de 8 Mio", 1
    ),
    "bad encoding": Expected(body(ROWS, Content_Encoding="gzip"), "compression de la réponse", 1),
    "zip bomb": Expected(body(zipped("a.csv", b"0" * 2**27)), "démesurée", 1),
    "zip slip": Expected(body(zipped("../../a.csv", ROWS)), "contenu suspect", 1),
    "broken zip": Expected(body(zipped("a.csv", ROWS)[:-30]), "zip tronquée ou abîmée", 1),
    "redirect loop": Expected(redirect("/source"), "redirections en boucle", 1),
    "redirect chain": Expected(_chain, "trop de redirections", 6),
    "redirect nowhere": Expected(status(302), "redirection sans adresse", 1),
    "redirect private": Expected(redirect("http://10.0.0.1/a.csv"), "adresse privée", 1),
    "redirect metadata": Expected(redirect("http://169.254.169.254/"), "adresse privée", 1),
    "redirect loopback": Expected(redirect("http://[::1]/a.csv"), "adresse privée", 1),
    "redirect mapped": Expected(redirect("http://[::ffff:10.0.0.1]/"), "adresse privée", 1),
    "redirect number": Expected(redirect("http://2130706433/"), "adresse privée", 1),
    "redirect name": Expected(redirect("http://localhost/a.csv"), "adresse privée", 1),
    "redirect file": Expected(redirect("file:///etc/passwd"), "ni http ni https", 1),
    "redirect password": Expected(redirect("http://moi:secret@127.0.0.1/"), "mot de passe", 1),
    "redirect nonsense": Expected(redirect("http://["), "ni http ni https", 1),
    "endless": Expected(_endless, "de plus de 8 Mio", 1),
    "endless chunks": Expected(_endless_chunks, "de plus de 8 Mio", 1),
    "too large": Expected(body(ROWS, Content_Length=str(2**40)), "de plus de 8 Mio", 1),
}
