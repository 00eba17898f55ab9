"""The indicators of the maps: their values, classes and words, commune by commune or wider."""
