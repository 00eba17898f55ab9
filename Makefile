# Two commands on a fresh machine: `make demo` and `make test`. `make help` lists the others.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11.5 \
	--generate-hashes --no-annotate --custom-compile-command "make lock" --quiet $(UPGRADE)
HOST ?= 127.0.0.1
PORT ?= 8000
# A process per core, in the order of the folders: the long files come before the many short ones.
PARALLEL := --numprocesses auto --dist loadfile --no-loadscope-reorder
DATA_DIR ?= carto-data
# pygeoapi lives apart, with a Python whose SQLite loads SpatiaLite.
PEER := .venv-pygeoapi
PEER_PYTHON ?= /usr/bin/python3

.PHONY: help setup dev demo test lint types bench bench-front bench-service screenshots docs fuzz lock clean chromium libreoffice clients

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: $(VENV)/.runtime ## Create .venv, install Python and front-end dependencies
	@$(BIN)/python -m webapp.assets

demo: setup ## Build the embedded Finistère snapshot, verify it, serve the viewer
	$(BIN)/carto --data-dir $(DATA_DIR) build --demo
	$(BIN)/carto --data-dir $(DATA_DIR) verify
	$(BIN)/carto --data-dir $(DATA_DIR) serve --host $(HOST) --port $(PORT)

dev: setup $(VENV)/.dev ## Add what tests, checks and benchmarks need

test: dev chromium libreoffice clients ## Run every test; some need Chromium, LibreOffice, nginx or GDAL
	$(BIN)/python -m pytest $(PARALLEL) -m "not france"
	$(BIN)/python -m pytest $(PARALLEL) -m france

lint: dev ## Check style, layers and security (ruff S, bandit)
	$(BIN)/ruff check .
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive carto geodata webapp bench
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: dev ## Check types (those of the JavaScript are checked by a test)
	$(BIN)/mypy

bench: dev chromium ## Measure the demo beside the naive path (geopandas and folium)
	$(BIN)/python -m bench
	$(BIN)/python -m bench.france
	$(BIN)/python -m bench.siting

bench-front: dev chromium ## Measure a page of the viewer beside folium's and Leaflet's
	$(BIN)/python -m bench.front

bench-service: dev $(PEER)/.installed ## Load the service beside pygeoapi and nginx (needs wrk and nginx)
	@$(BIN)/python -m bench.service $(if $(wildcard $(DATA_DIR)/latest),--data-dir $(DATA_DIR))

screenshots: dev chromium ## Take every page at five widths, in screenshots/index.html
	$(BIN)/python -m tests.journeys.gallery

docs: dev ## Regenerate the documents that come from the code
	$(BIN)/python -m tests.rules.generated_docs

fuzz: dev ## Ask the interfaces and the parsers ten thousand invented questions (15 min)
	$(BIN)/python -m tests.fuzz

lock: dev ## Pin every library with the hashes of its files; UPGRADE=--upgrade takes newer ones
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove everything that was installed or built
	@chmod -R u+w $(DATA_DIR) 2>/dev/null || true
	rm -rf $(VENV) $(PEER) node_modules bench/node_modules webapp/static screenshots $(DATA_DIR) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .schemathesis

$(VENV)/.runtime: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 ou plus récent est nécessaire." >&2; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installation des bibliothèques Python (une minute environ)…" >&2
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@echo "Installation des outils de test…" >&2
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

$(PEER)/.installed:
	@echo "Installation de pygeoapi, nginx, wrk et SpatiaLite…" >&2
	@command -v apt-get >/dev/null 2>&1 && test "$$(id -u)" = 0 && apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends nginx-light wrk libsqlite3-mod-spatialite >/dev/null || true
	@$(PEER_PYTHON) -m venv --without-pip $(PEER)
	@$(PIP) --python $(PEER)/bin/python install pygeoapi==0.21.0 gunicorn==27.0.1
	@touch $@

chromium:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
	|| { command -v apt-get >/dev/null 2>&1 && test "$$(id -u)" = 0 \
		&& apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	|| echo "Chromium est absent : les tests dans le navigateur seront sautés." >&2

libreoffice:
	@command -v soffice >/dev/null 2>&1 \
	|| { command -v apt-get >/dev/null 2>&1 && test "$$(id -u)" = 0 \
		&& apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null; } \
	|| echo "LibreOffice est absent : les tests qui y ouvrent un dossier seront sautés." >&2

# Debian's nginx and GDAL: the server in front of the service, and a GIS client of its own age.
clients:
	@command -v nginx >/dev/null 2>&1 && command -v ogr2ogr >/dev/null 2>&1 \
	|| { command -v apt-get >/dev/null 2>&1 && test "$$(id -u)" = 0 \
		&& apt-get update -qq \
		&& apt-get install -y -qq --no-install-recommends nginx-light gdal-bin python3-gdal >/dev/null; } \
	|| echo "nginx ou GDAL sont absents : les tests qui s'en servent seront sautés." >&2
