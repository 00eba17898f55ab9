"""A real service: what it promises while it is published to, killed, slowed down and stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import threading
import time
from pathlib import Path

from bench.free_port import free_port
from geodata.storage.data_dir import DataDir
from tests.webapp.operation.running import Service, answers, ask, running, visited, wait_until
from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from webapp.cli import main

QUIET = {"CARTO_ACCESS_LOG": "aucun"}
PAGE, DATA = "/commune/29001", "/api/v1/communes/29001"
LONG = "/dossier/epci/200066868.docx"
_ROLLBACK_S = 5


def served(service: Service) -> set[str]:
    """Snapshots that the processes answer from, asked often enough to meet them all."""
    return {json.loads(service.get("/health")[2])["snapshot"] for _ in range(12)}


def test_publication_and_rollback_under_load_give_no_error_and_no_mixed_page(
    own_snapshot_dir: Path, snapshot_id: str
):
    method = {**FACTS["method"], "version": "9.9.9"}
    with running(own_snapshot_dir, **QUIET) as service:
        with visited(service.port, PAGE, DATA, "/departement/29/tableau") as visits:
            newer = publish(own_snapshot_dir, method=method).id
            wait_until(lambda: served(service) == {newer})
            began = time.monotonic()
            assert main(["--data-dir", str(own_snapshot_dir), "rollback"]) == 0
            wait_until(lambda: served(service) == {snapshot_id})
            assert time.monotonic() - began <= _ROLLBACK_S
        service.stop()
    assert visits.failures == []
    assert {status for _, status, _, _ in visits.answers} == {200}
    assert {snapshot for _, _, snapshot, _ in visits.answers} == {snapshot_id, newer}
    known = {snapshot_id, newer}
    for _, _, snapshot, body in visits.answers:
        named = {one for one in re.findall(rb"[0-9a-f]{16}", body) if one.decode() in known}
        assert named <= {snapshot.encode()}, "an answer speaks of one snapshot"


def test_a_killed_process_is_replaced_and_the_others_go_on(snapshot_dir: Path):
    with running(snapshot_dir, **QUIET) as service:
        before = service.workers()
        assert len(before) == 2
        os.kill(before[0], signal.SIGKILL)
        wait_until(lambda: len(set(service.workers()) - {before[0]}) == 2)
        wait_until(lambda: answers(service.port))
        with visited(service.port, PAGE) as visits:
            time.sleep(0.5)
        service.stop()
    assert visits.failures == []


def test_when_the_first_process_is_killed_alone_the_others_end(snapshot_dir: Path):
    with running(snapshot_dir, **QUIET) as service:
        workers = service.workers()
        service.process.kill()
        service.process.wait()
        wait_until(lambda: not any(is_alive(worker) for worker in workers))


def is_alive(process: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_slow_clients_keep_nobody_waiting(snapshot_dir: Path):
    with running(snapshot_dir, **QUIET) as service:
        slow = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(200)]
        try:
            for one in slow:
                one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            began = time.monotonic()
            assert [service.get(PAGE)[0] for _ in range(10)] == [200] * 10
            assert time.monotonic() - began < 5
        finally:
            for one in slow:
                one.close()
        service.stop()


def test_the_stop_is_announced_before_it_happens(snapshot_dir: Path):
    with running(snapshot_dir, **QUIET, CARTO_STOP_DELAY="1") as service:
        assert json.loads(service.get("/ready")[2])["status"] == "ready"
        service.process.send_signal(signal.SIGTERM)
        wait_until(lambda: service.get("/ready")[0] == 503)
        assert service.get(PAGE)[0] == 200
        assert service.process.wait(timeout=20) == 0


def test_an_answer_that_has_begun_is_ended_before_the_stop(snapshot_dir: Path):
    with running(snapshot_dir, "--workers", "1", **QUIET) as service:
        answers: list[tuple[int, dict[str, str], bytes]] = []
        asking = threading.Thread(target=lambda: answers.append(service.get(LONG)))
        asking.start()
        time.sleep(0.2)
        service.stop()
        asking.join()
    ((status, headers, body),) = answers
    assert status == 200
    assert len(body) == int(headers["content-length"])


def test_every_process_counts_logs_and_limits_together(snapshot_dir: Path):
    metrics = free_port()
    variables = {
        "CARTO_METRICS": f"127.0.0.1:{metrics}",
        "CARTO_ACCESS_LOG": "json",
        "CARTO_RATE_LIMIT": "1",
    }
    with running(snapshot_dir, **variables) as service:
        statuses = [service.get(DATA, X_Request_Id="0f8a4b7c11ee")[0] for _ in range(40)]
        assert 10 <= statuses.count(200) <= 15
        assert statuses.count(429) == 40 - statuses.count(200)
        seen = ask(metrics, "/metrics")[2].decode()
        assert service.get("/metrics")[0] == 404
        out = service.stop()
    answered = re.search(r'carto_requests_total\{kind="api",status="200"\} (\d+)', seen)
    assert answered is not None
    assert int(answered[1]) == statuses.count(200)
    assert "carto_processes 2.0" in seen
    lines = [json.loads(line) for line in out.splitlines()]
    asked = [line for line in lines if line["path"] == DATA]
    assert [line["status"] for line in asked].count(429) == statuses.count(429)
    assert {line["request_id"] for line in asked} == {"0f8a4b7c11ee"}
    assert "127.0.0.1" not in out


def test_only_its_own_names_are_answered(snapshot_dir: Path):
    variables = {**QUIET, "CARTO_PUBLIC_ADDRESS": "https://carte.exemple.fr"}
    with running(snapshot_dir, **variables) as service:
        assert service.get(PAGE, Host="evil.fr")[0] == 400
        assert service.get(PAGE, Host="carte.exemple.fr")[0] == 200
        embedded = service.get("/oembed?url=https://carte.exemple.fr/departement/29")[2]
        assert b"https://carte.exemple.fr/" in embedded
        service.stop()


def test_a_rollback_keeps_what_was_published(own_snapshot_dir: Path, snapshot_id: str):
    newer = publish(own_snapshot_dir, method={**FACTS["method"], "version": "9.9.9"}).id
    assert main(["--data-dir", str(own_snapshot_dir), "rollback"]) == 0
    assert DataDir(own_snapshot_dir).latest_ids() == (snapshot_id, newer)
