"""The words of closed lists differ from each other, and so do the letters of places."""

from carto.vocabulary import SITE_FORMATS, VERDICT_WORDS


def test_no_two_verdicts_read_the_same():
    assert len(set(VERDICT_WORDS.values())) == len(VERDICT_WORDS)


def test_a_letter_tells_formats_apart():
    assert len({kind.letter for kind in SITE_FORMATS.values()}) == len(SITE_FORMATS)
    assert all(len(kind.letter) == 1 for kind in SITE_FORMATS.values())
