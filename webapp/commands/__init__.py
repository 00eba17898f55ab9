"""The verbs of the `carto` command, one module each, loaded only when it is asked for.

Each module has `run(options) -> int`: data on stdout, words on stderr, an exit code.
"""
