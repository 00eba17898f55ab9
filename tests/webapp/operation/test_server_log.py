"""What the HTTP server says goes to stderr, and says what is of use."""

from __future__ import annotations

import logging
import logging.config

import pytest

from webapp.operation.server_log import logging_on_stderr


def test_nothing_goes_to_stdout():
    streams = {handler["stream"] for handler in logging_on_stderr()["handlers"].values()}
    assert streams == {"ext://sys.stderr"}


def test_the_count_of_threads_is_left_out(capsys: pytest.CaptureFixture[str]):
    configuration = logging_on_stderr()
    logging.config.dictConfig(configuration | {"disable_existing_loggers": False})
    name = next(iter(configuration["loggers"]))
    logging.getLogger(name).error("24 Python threads on 2 cores")
    logging.getLogger(name).error("worker died")
    said = capsys.readouterr()
    assert "worker died" in said.err
    assert "Python threads" not in said.err
    assert said.out == ""
