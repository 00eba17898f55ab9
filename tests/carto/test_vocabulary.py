"""The words of closed lists differ from each other, and so do the letters of places."""

from carto.vocabulary import SITE_FORMATS, TERRITORY_TYPES, VERDICT_WORDS


def test_no_two_verdicts_read_the_same():
    assert len(set(VERDICT_WORDS.values())) == len(VERDICT_WORDS)


def test_a_letter_tells_formats_apart():
    assert len({kind.letter for kind in SITE_FORMATS.values()}) == len(SITE_FORMATS)
    assert all(len(kind.letter) == 1 for kind in SITE_FORMATS.values())


def test_types_differ_in_words_and_speak_of_the_commune():
    for words in ("words", "meaning", "calls_for"):
        said = [getattr(kind, words) for kind in TERRITORY_TYPES.values()]
        assert len(set(said)) == len(said)
        for text in said:
            assert not any(word in text for word in ("habitants", "zone blanche", "incapable"))
    assert all(kind.meaning.endswith(".") for kind in TERRITORY_TYPES.values())


def test_a_type_leaves_the_decision_to_the_territory():
    for kind in TERRITORY_TYPES.values():
        assert kind.calls_for.startswith(("À étudier", "À vérifier", "À suivre"))
        assert "priorité" not in kind.calls_for
