# Hudna: everything that a person or CI runs. `make` alone lists the targets.
#
# One virtual environment, .venv, serves them all. It is filled from the lock files with `pip --require-hashes`, wheels
# only, so what is installed is what was reviewed. Stamps inside .venv are keyed on the lock files: a second run of a
# target installs nothing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.8
WORKERS ?= 2
SERVE ?= 0

DEMO := build/demo
DEMO_SAMPLE := examples/karabakh
DEMO_THEATRE := karabakh
# The day on which the sample's obligations are looked at: its last article's.
DEMO_AS_OF := 2023-09-27

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --no-deps --require-hashes --only-binary :all:
# The project itself, editable. Its build backend came from the lock, so nothing is fetched here.
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --no-index --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo setup test lint imports types unit format lock clean

help: ## List the targets.
	@echo "Hudna: make TARGET"
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{ printf "  %-8s %s\n", $$1, $$2 }'
	@echo "Settings: PYTHON=python3 (3.11 or newer), WORKERS=2 (processes of pytest), ARGS=... (further words for pytest)"

# --- the environment --------------------------------------------------------------------------------------------------

$(VENV)/.created:
	@echo "==> Creating $(VENV) with $(PYTHON)"
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "hudna: no '$(PYTHON)' here. Install Python 3.11 or newer, or say make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "hudna: $(PYTHON) is $$($(PYTHON) --version 2>&1); Python 3.11 or newer is needed. Say make PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "hudna: $(PYTHON) cannot create virtual environments. On Debian: apt-get install python3-venv" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements.lock pyproject.toml
	@echo "==> Installing what Hudna runs on (requirements.lock)"
	@$(INSTALL) -r requirements.lock
	@$(INSTALL_SELF)
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	@echo "==> Installing what the checks need (requirements-dev.lock)"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@

setup: $(VENV)/.dev ## Create .venv with everything a developer needs.
	@echo "==> $(VENV) is ready: $(BIN)/hudna, $(BIN)/pytest, $(BIN)/ruff, $(BIN)/mypy"

# --- seeing it work ---------------------------------------------------------------------------------------------------

demo: $(VENV)/.runtime ## Read the shipped sample: ledger, summary table and the report in Arabic and English.
	@mkdir -p $(DEMO)
	@echo "==> Reading $(DEMO_SAMPLE)"
	@$(BIN)/hudna run --theatre $(DEMO_THEATRE) --ledger $(DEMO)/ledger.sqlite --as-of $(DEMO_AS_OF) $(DEMO_SAMPLE)
	@echo "==> Writing the report in two languages"
	@$(BIN)/hudna report --ledger $(DEMO)/ledger.sqlite --lang ar --out $(DEMO)/report.ar.html
	@$(BIN)/hudna report --ledger $(DEMO)/ledger.sqlite --lang en --out $(DEMO)/report.en.html

# --- the checks, cheapest first ---------------------------------------------------------------------------------------

test: lint imports types unit ## Everything CI checks: format, lint, directions, types, tests with the gold floors.
	@echo "==> All checks passed"

lint: $(VENV)/.dev ## Check format and lint (ruff).
	@echo "==> Format"
	@$(BIN)/ruff format --check
	@echo "==> Lint"
	@$(BIN)/ruff check

imports: $(VENV)/.dev ## Check that the rooms import one way only (import-linter).
	@echo "==> Directions"
	@$(BIN)/lint-imports

types: $(VENV)/.dev ## Check the types (mypy --strict).
	@echo "==> Types"
	@$(BIN)/mypy

unit: $(VENV)/.dev ## Run the tests, gold floors included (pytest).
	@echo "==> Tests"
	@$(BIN)/pytest -n $(WORKERS) $(ARGS)

format: $(VENV)/.dev ## Rewrite the code in the house format, and fix what ruff can fix.
	@echo "==> Formatting"
	@$(BIN)/ruff check --fix --exit-zero
	@$(BIN)/ruff format

# --- upkeep -----------------------------------------------------------------------------------------------------------

# Locked versions stay as they are unless UPGRADE=1. No registry address is written.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

lock: ## Write both lock files anew from pyproject.toml (UPGRADE=1 takes newer versions).
	@echo "==> Locking with uv $(UV_VERSION)"
	@test -x build/lock/bin/uv || { $(PYTHON) -m venv build/lock && build/lock/bin/python -m pip --disable-pip-version-check --quiet install uv==$(UV_VERSION); }
	@$(COMPILE) pyproject.toml --group build --output-file requirements.lock
	@$(COMPILE) pyproject.toml --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock
	@echo "==> Wrote requirements.lock and requirements-dev.lock"

clean: ## Remove .venv, build/ and the caches.
	@echo "==> Removing $(VENV), build/ and caches"
	@rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
