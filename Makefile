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
SERVE ?= 1
PORT ?= 8743

DEMO := build/demo
DEMO_SAMPLE := examples/karabakh
DEMO_THEATRE := karabakh
# The day on which the sample's obligations are looked at: its last article's.
DEMO_AS_OF := 2023-09-27

# Fonts, htmx and MapLibre of the dashboard, built from npm into the package (docs/dashboard.md).
NODE_NEEDED := 20
ASSETS := web/node_modules/.built

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --no-deps --require-hashes --only-binary :all:
# The project itself, editable. Its build backend came from the lock, so nothing is fetched here.
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --no-index --editable .

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo assets setup test screenshots browser lint imports types unit fuzz format compiled test-compiled lock clean

help: ## List the targets.
	@echo "Hudna: make TARGET"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' | awk -F'|' '{ printf "  %-13s %s\n", $$1, $$2 }'
	@echo "Settings: PYTHON=python3 (3.11 or newer), WORKERS=2 (processes of pytest), ARGS=... (further words for pytest), SERVE=0 (demo without the dashboard), PORT=8743, SECONDS=600 (of fuzz)"

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

$(ASSETS): web/package.json web/package-lock.json web/build.js
	@command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || { echo "hudna: the dashboard's fonts and map come from npm, and there is no node or npm here. Install Node $(NODE_NEEDED) or newer with npm (on Debian: apt-get install nodejs npm). Everything but the dashboard works without: make demo SERVE=0" >&2; exit 2; }
	@test "$$(node -p 'process.versions.node.split(".")[0]')" -ge $(NODE_NEEDED) || { echo "hudna: node is $$(node --version); Node $(NODE_NEEDED) or newer is needed" >&2; exit 2; }
	@echo "==> Installing what the dashboard takes from npm (web/package-lock.json)"
	@cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@echo "==> Copying it into src/hudna/publish/web/static/vendor"
	@cd web && node build.js
	@touch $@

assets: $(ASSETS) ## Build the dashboard's fonts, htmx and map from npm.

# --- seeing it work ---------------------------------------------------------------------------------------------------

demo: $(VENV)/.runtime $(if $(filter 0,$(SERVE)),,$(ASSETS)) ## Read the shipped sample, write the report, serve the dashboard (SERVE=0: do not).
	@mkdir -p $(DEMO)
	@echo "==> Reading $(DEMO_SAMPLE)"
	@$(BIN)/hudna run --theatre $(DEMO_THEATRE) --ledger $(DEMO)/ledger.sqlite --as-of $(DEMO_AS_OF) $(DEMO_SAMPLE)
	@echo "==> Writing the report in two languages"
	@$(BIN)/hudna report --ledger $(DEMO)/ledger.sqlite --lang ar --profile internal --out $(DEMO)/report.ar.html
	@$(BIN)/hudna report --ledger $(DEMO)/ledger.sqlite --lang en --profile internal --out $(DEMO)/report.en.html
	@if [ "$(SERVE)" = 0 ]; then exit 0; fi; \
		echo "==> Serving the dashboard"; exec $(BIN)/hudna serve --ledger $(DEMO)/ledger.sqlite --port $(PORT)

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

screenshots: $(VENV)/.dev $(ASSETS) browser ## Make the pictures of the dashboard in docs/screenshots anew.
	@echo "==> Looking at every page"
	@PYTHONPATH=src $(BIN)/python web/screenshots.py

browser:
	@command -v chromium >/dev/null 2>&1 || .ci/need chromium "chromium is missing, in which the dashboard is tested"

unit: $(VENV)/.dev $(ASSETS) browser ## Run the tests, gold floors included (pytest).
	@echo "==> Tests"
	@$(BIN)/pytest -n $(WORKERS) $(ARGS)

SECONDS := 600

fuzz: $(VENV)/.dev ## Draw new examples for the property tests, then spoil files for SECONDS=600. Not part of the tests.
	@echo "==> New examples for the property tests"
	@$(BIN)/pytest -n $(WORKERS) -m hypothesis --hypothesis-profile explore $(ARGS)
	@echo "==> Spoiling files for $(SECONDS) s; what breaks something is kept in build/fuzz"
	@$(BIN)/python -m tests.intake.fuzzing --first "$$(date +%s)000" --seconds $(SECONDS) --keep build/fuzz

format: $(VENV)/.dev ## Rewrite the code in the house format, and fix what ruff can fix.
	@echo "==> Formatting"
	@$(BIN)/ruff check --fix --exit-zero
	@$(BIN)/ruff format

# --- the optional compiled build (docs/compiled.md) --------------------------------------------------------------------

SITE := build/compiled/site

compiled: $(VENV)/.dev ## Build the optional compiled wheel into dist/ (needs a C compiler; takes minutes).
	@command -v $${CC:-cc} >/dev/null 2>&1 || { echo "hudna: the compiled build needs a C compiler and Python's headers. On Debian: apt-get install gcc python3-dev" >&2; exit 2; }
	@echo "==> Compiling the rooms of reading"
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m hatchling build --target wheel --directory dist
	@rm -rf $(SITE)
	@$(BIN)/python -m zipfile -e "$$(ls -t dist/*-linux_*.whl | head -n 1)" $(SITE)
	@echo "==> Unpacked for tests and benchmarks in $(SITE)"

test-compiled: $(VENV)/.dev ## Run the tests of reading, the gold floors and the comparison with pure Python on the compiled build.
	@test -d $(SITE) || { echo "hudna: say make compiled first" >&2; exit 2; }
	@echo "==> The same to the byte as pure Python"
	@$(BIN)/python compiled/same.py
	@echo "==> Tests on the compiled build"
	@$(BIN)/pytest --override-ini pythonpath=$(SITE) -p no:cacheprovider tests/reading tests/gold $(ARGS)

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
	@rm -rf $(VENV) build dist web/node_modules src/hudna/publish/web/static/vendor .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
