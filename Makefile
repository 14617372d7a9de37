# Everything one does with this repository. It needs Python 3.11 or newer and nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 3
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header

.PHONY: help run test check bench picture words lock
.DEFAULT_GOAL := help

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | tr '@' '\t' | expand -t 16

run: $(VENV)/runtime ## Start: on Telegram with TELEGRAM_TOKEN, else a playground at http://localhost:8080
	@$(BIN)/python -m bot

test: $(VENV)/development ## The whole suite, on SQLite and on PostgreSQL
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

check: $(VENV)/development ## Format, lint, types, layers, budgets, catalogues
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_budgets.py tests/test_catalogues.py

bench: $(VENV)/development ## How fast: turns, many recipients, what is due, start
	$(BIN)/python -m tests.bench

picture: $(VENV)/development ## Draw the picture in the README anew
	$(BIN)/python -m tests.browser.picture

words: $(VENV)/development ## Bring the sentences of the code into every catalogue
	$(BIN)/python -m locales.words

lock: $(VENV)/development ## Lock the newest dependencies, with hashes
	$(LOCK) --upgrade --output-file requirements.lock
	$(LOCK) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

$(VENV)/runtime: requirements.lock | $(BIN)/pip
	@echo "Installing what Passerelle needs (once; about a minute) …"
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/development: requirements-dev.lock $(VENV)/runtime
	@echo "Installing what its tests need (once; about a minute) …"
	@$(PIP) -r requirements-dev.lock
	@touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "Passerelle needs Python 3.11 or newer. If you have one by another name: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { \
	    echo "This Python cannot make environments. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
