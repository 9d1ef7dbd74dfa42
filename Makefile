# All commands of the project. Written for GNU make 3.81, the version of macOS.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
JOBS ?= 2

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
TO_RUN := $(VENV)/ready-to-run
TO_DEVELOP := $(VENV)/ready-to-develop

# Tests may connect to this machine only: a test that needs the internet would test the internet.
PYTEST := $(BIN)/pytest --numprocesses $(JOBS) --dist loadfile --timeout 300 --allow-hosts 127.0.0.1,::1
UPGRADE ?= --upgrade
LOCK := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(UPGRADE) --generate-hashes --allow-unsafe \
	--strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
# The locks hold every extra. Not --all-extras: `all` names this package itself, and pip-compile would write it into the
# locks with the path of this folder.
EXTRAS := --extra postgres
# pip-compile 7.6 does not read dependency groups. It does read requirements from its standard input.
DEV_GROUP := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")

# The peer of the bench that npm installs. Other peers are used if installed.
JSDIFF := build/bench

# The npm packages of the audit.
AUDIT := build/audit

.PHONY: help run test check audit bench cases thresholds format lock wheel clean
.DEFAULT_GOAL := help

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: $(TO_RUN) ## Serve Stet with its samples on http://127.0.0.1:8000 (data in var)
	@exec env STET_DATA_DIR="$${STET_DATA_DIR:-var}" $(BIN)/stet serve --with-samples

test: $(TO_DEVELOP) ## Run every test; those in a browser only if a Chromium is found
	@$(PYTEST)

check: $(TO_DEVELOP) ## Check lint, format and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

audit: $(TO_DEVELOP) ## Check the pages with Lighthouse and the Nu HTML checker, and time them
	@! command -v npm >/dev/null || [ -d $(AUDIT)/node_modules ] || npm install --silent --no-save --prefix $(AUDIT) \
		lighthouse@12 vnu-jar@26 >&2 || echo "Lighthouse and the Nu checker could not be installed" >&2
	@STET_AUDIT=1 $(PYTEST) --numprocesses 0 tests/browser/test_audit.py tests/browser/test_styles.py tests/browser/test_speed.py

bench: $(TO_DEVELOP) ## Measure the engine beside its peers; BENCH=--help lists the options
	@! command -v npm >/dev/null || [ -d $(JSDIFF)/node_modules/diff ] || \
		npm install --silent --no-save --prefix $(JSDIFF) diff@9 >&2 || echo "jsdiff could not be installed" >&2
	@$(BIN)/python -m tests.bench $(BENCH)

cases: $(TO_DEVELOP) ## Rewrite the expected output of the cases; review the difference
	@$(BIN)/python -m tests.engine.cases
	@$(BIN)/python -m tests.web.five_seconds

thresholds: $(TO_DEVELOP) ## Rewrite the table of thresholds in docs/engine.md
	@$(BIN)/python -m tests.engine.thresholds

format: $(TO_DEVELOP) ## Fix what lint and format can fix automatically
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: $(TO_DEVELOP) ## Upgrade every dependency and rewrite the three lock files; UPGRADE= keeps the versions
	@$(LOCK) $(EXTRAS) --output-file requirements.txt pyproject.toml
	@$(LOCK) --build-deps-for editable --only-build-deps --constraint requirements.txt \
		--output-file requirements-build.txt pyproject.toml
	@$(BIN)/python -c '$(DEV_GROUP)' | $(LOCK) $(EXTRAS) --constraint requirements.txt --constraint requirements-build.txt \
		--output-file requirements-dev.txt pyproject.toml -

wheel: $(TO_DEVELOP) ## Build the source archive, and the wheel from it, in dist
	@$(BIN)/python -m build --no-isolation

clean: ## Remove what these commands created, except the data in var
	@rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find webapp tests -name __pycache__ -prune -exec rm -rf {} +

$(TO_RUN): requirements.txt requirements-build.txt pyproject.toml
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Stet needs Python 3.11 or newer. Install one or name it: make PYTHON=/path/to/python3 run" >&2; exit 1; }
	@echo "Creating the environment in $(VENV): this takes a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) -r requirements.txt -r requirements-build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(TO_DEVELOP): $(TO_RUN) requirements-dev.txt
	@echo "Installing the development tools: this takes a minute, once."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@
