# Two commands on a fresh machine: `make demo` and `make test`. `make help` lists the others.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
HOST ?= 127.0.0.1
PORT ?= 8000
DATA_DIR ?= carto-data

.PHONY: help setup dev demo test lint types bench bench-front screenshots docs lock clean chromium libreoffice

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: $(VENV)/.runtime ## Create .venv, install Python and front-end dependencies
	@$(BIN)/python -m webapp.assets

demo: setup ## Build the embedded Finistère snapshot, verify it, serve the viewer
	$(BIN)/carto --data-dir $(DATA_DIR) build --demo
	$(BIN)/carto --data-dir $(DATA_DIR) verify
	$(BIN)/carto --data-dir $(DATA_DIR) serve --host $(HOST) --port $(PORT)

dev: setup $(VENV)/.dev ## Add what tests, checks and benchmarks need

test: dev chromium libreoffice ## Run every test; some need Chromium, or LibreOffice
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile -m "not france"
	$(BIN)/python -m pytest -m france

lint: dev ## Check style, layers and security (ruff S)
	$(BIN)/ruff check .
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

screenshots: dev chromium ## Take every page at five widths, in screenshots/index.html
	$(BIN)/python -m tests.journeys.gallery

docs: dev ## Regenerate the documents that come from the code
	$(BIN)/python -m tests.rules.generated_docs

lock: dev ## Pin the versions now installed
	$(BIN)/python -m pip freeze --exclude-editable | sort -f > requirements.lock

clean: ## Remove everything that was installed or built
	@chmod -R u+w $(DATA_DIR) 2>/dev/null || true
	rm -rf $(VENV) node_modules bench/node_modules webapp/static screenshots $(DATA_DIR) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.runtime: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 ou plus récent est nécessaire." >&2; exit 1; }
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installation des bibliothèques Python (une minute environ)…" >&2
	@$(PIP) install --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime
	@echo "Installation des outils de test…" >&2
	@$(PIP) install --constraint requirements.lock --editable ".[dev]"
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
