# One door for people and machines: `make run` and `make test` need nothing before them but Python 3.11 and make.
# On Debian-like systems the Qt system libraries are installed when this runs as root, otherwise named.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
PARTS  := ui safeplan tests .ci/release
# `make run WHEELS=folder`: everything comes from that folder, and no network is asked.
WHEELS ?=
FROM   := $(if $(WHEELS),--no-index --find-links $(WHEELS))
PIP    := $(BIN)/python -m pip --quiet
FETCH  := --no-deps --require-hashes --dest $(or $(WHEELS),build/wheels)

.PHONY: help run test lint collected bench campaign tour build build-test wheels install-offline strings system

help: ## Say what each target does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

run: $(STAMP) ## Start the program; without a screen, take the tour instead
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then exec $(BIN)/python -m ui; \
	else echo "There is no screen here: taking the tour instead. Pictures and papers go to build/tour."; \
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m ui tour --out build/tour; fi

test: $(STAMP) ## Run all checks and tests
	@$(MAKE) --no-print-directory -j 2 lint collected
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 3 --dist loadfile --no-loadscope-reorder -m "not campaign and not alone"
	$(BIN)/python -m pytest -q -m "alone and not campaign" tests/stories

lint: $(STAMP) ## Style, types and import directions
	$(BIN)/ruff check $(PARTS)
	$(BIN)/ruff format --check $(PARTS)
	$(BIN)/mypy
	$(BIN)/lint-imports

# Beside the check of types, which takes one core: afterwards three processes find the tests compiled.
collected: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --collect-only >/dev/null || echo "Not every file of the tests can be read."

bench: $(STAMP) ## Measure; prints a table and writes build/bench.json
	$(BIN)/python -m tests.bench

campaign: $(STAMP) ## The test programme in full, hours long; prints a table and writes build/campaign.json
	$(BIN)/python -m tests.campaign

tour: $(STAMP) ## Walk through the main job with a fictional case; pictures and papers go to build/tour
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m ui tour --out build/tour

build: $(STAMP) ## The one-folder program in dist/
	PYTHONHASHSEED=0 $(BIN)/python -m PyInstaller --noconfirm --log-level ERROR build.spec

build-test: build ## Start the built program, open a store of the source version, look for words in it
	$(BIN)/python -m pytest -q tests/build

wheels: $(STAMP) ## Fetch all pinned packages into build/wheels, to be carried to a computer without a network
	$(PIP) download $(FETCH) --only-binary=:all: -r .ci/requirements-dev.txt
	$(PIP) download $(FETCH) --no-build-isolation -r .ci/requirements-source.txt

install-offline: ## Install from such a folder, without a network: make install-offline WHEELS=folder
	@test -n "$(WHEELS)" || { echo "Say where the packages are: make install-offline WHEELS=folder"; exit 1; }
	@$(MAKE) --no-print-directory $(STAMP) WHEELS=$(abspath $(WHEELS))

strings: $(STAMP) ## Bring the translation files up to date with the code
	$(BIN)/pyside6-lupdate -no-obsolete -locations none $$(git ls-files 'ui/*.py') -ts resources/translations/ru.ts resources/translations/kk.ts
	$(BIN)/pyside6-lupdate -pluralonly -no-obsolete -locations none $$(git ls-files 'ui/*.py') -ts resources/translations/en.ts

system: ## Install, or name, the system libraries that Qt needs on Debian-like systems
	@sh .ci/system

$(STAMP): .ci/requirements-dev.txt .ci/requirements-source.txt pyproject.toml .ci/system $(wildcard resources/translations/*.ts)
	@sh .ci/system
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: install python3-venv"; exit 1; }
	$(PIP) install $(FROM) --no-deps --require-hashes --only-binary=:all: -r .ci/requirements-dev.txt
	$(PIP) install $(FROM) --no-deps --require-hashes --no-build-isolation -r .ci/requirements-source.txt
	$(PIP) install $(FROM) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q safeplan ui
	for file in resources/translations/*.ts; do $(BIN)/pyside6-lrelease -silent $$file || exit 1; done
	@touch $@
