"""The version of the software, and the digest that pages depend on."""

from __future__ import annotations

import re

from webapp.software import code_digest, software_version


def test_the_digest_is_stable_and_short():
    assert code_digest() == code_digest()
    assert re.fullmatch(r"[0-9a-f]{16}", code_digest())


def test_the_version_is_said_in_one_word():
    assert re.fullmatch(r"source|\d+\.\d+\.\d+\S*", software_version())
