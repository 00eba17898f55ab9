"""Carto computes and draws: tables and geometries in, measures, verdicts and figures out.

The package is pure: it opens no file, no socket and no request.
"""
