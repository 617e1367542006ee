# The one interface of the project. It needs Python 3.11 or later with venv, GNU make and a package index; every target
# sets up what it needs, once, and again when pyproject.toml changes.

# Which Python to use: `make test PYTHON=python3.12` works in .venv-python3.12.
PYTHON ?= python3
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(subst /,-,$(PYTHON)))
BIN := $(VENV)/bin

# How old a source may be, in days.
AGE ?= 365

# How long to fuzz.
FUZZ_SECONDS ?= 600

# pyright comes with its own node, asks the first Python of the path, and need not ask the network for a newer pyright.
PYRIGHT := PYRIGHT_PYTHON_IGNORE_WARNINGS=1 PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types mypy pyright imports coverage docs codes foresight documents facts old-sources bench fuzz mutants test-lowest clean
.DELETE_ON_ERROR:

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(VENV)/.has-package ## Print the boards to 2041 under both laws, and where they part; check a good and a bad roster
	$(BIN)/python docs/examples/two_laws.py
	$(BIN)/trilateral check docs/examples/boards.toml
	$(BIN)/trilateral check docs/examples/broken.json; test $$? -eq 1 # as it has errors

test: $(VENV)/.has-test ## Run the tests, and every example in README, docs and docstrings
	$(BIN)/python -m pytest

check: lint types imports coverage docs ## Run every gate

lint: $(VENV)/.has-check ## ruff: lint and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: mypy pyright ## mypy and pyright, both strict; every public name typed; tests/typing accepted and rejected

mypy: $(VENV)/.has-check
	$(BIN)/mypy

pyright: $(VENV)/.has-check
	$(PYRIGHT)
	$(PYRIGHT) --verifytypes trilateral --ignoreexternal

imports: $(VENV)/.has-check ## The import contract
	$(BIN)/lint-imports

coverage: $(VENV)/.has-check ## The tests again, with every branch covered
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage combine
	$(BIN)/coverage report

docs: $(VENV)/.has-check ## The documentation, in docs/_build/html
	$(BIN)/sphinx-build -q -E -n -W --keep-going -b html docs docs/_build/html

codes: $(VENV)/.has-package ## Write the reference of the codes from the catalogue of the roster check
	$(BIN)/python tools/write_codes.py

foresight: $(VENV)/.has-package ## Write what the rules foretold of each board and summit, and what came
	$(BIN)/python tools/write_foresight.py

documents: $(VENV)/.has-package ## Write where each statement of the three first documents is answered
	$(BIN)/python tools/write_documents.py

facts: $(VENV)/.has-package ## Check the facts kept in TOML and compile them into the literals that ship
	$(BIN)/python tools/compile_record.py

old-sources: $(VENV)/.has-package ## List the facts whose sources were last seen more than AGE=365 days ago
	$(BIN)/python tools/old_sources.py --age $(AGE)

bench: $(VENV)-bench/.has-bench ## Measure import and look-up of the installed wheel, beside its neighbours
	$(VENV)-bench/bin/python -m pip install --quiet --force-reinstall --no-deps .
	$(VENV)-bench/bin/python tests/bench/bench.py
	$(VENV)-bench/bin/python tests/bench/rosters.py
	$(VENV)-bench/bin/python tests/bench/shares.py

fuzz: $(VENV)-fuzz/.has-fuzz ## Fuzz the roster check, guided by coverage, for FUZZ_SECONDS=600
	mkdir -p .fuzz
	$(VENV)-fuzz/bin/python tests/fuzz/rosters.py -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=20 -rss_limit_mb=4096 -artifact_prefix=.fuzz/

mutants: $(VENV)-mutants/.has-mutants ## Change the roster check in many small ways, and see that a test notices each
	$(VENV)-mutants/bin/python tools/mutants.py

test-lowest: $(VENV)-lowest/.has-lowest ## Run the tests on the lowest versions that pyproject.toml allows
	$(VENV)-lowest/bin/python -m pytest

clean: ## Remove all that the other targets made
	rm -rf .venv .venv-* docs/_build .coverage* .fuzz .hypothesis .*_cache mutants
	find . -name __pycache__ -prune -exec rm -rf {} +

# Set-up: an empty environment, then what is needed of the package and its tools, each marked by a file.

%/.created:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed: make PYTHON=..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

%/.has-package: %/.created pyproject.toml src/trilateral/_version.py
	$(@D)/bin/python -m pip install --quiet --editable '.[cli]'
	touch $@

%/.has-test: %/.has-package
	$(@D)/bin/python -m pip install --quiet --editable '.[cli,yaml,testing]' --group test
	touch $@

%/.has-check: %/.has-test
	$(@D)/bin/python -m pip install --quiet --group check --group docs
	touch $@

%/.has-bench: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet . --group bench
	touch $@

%/.has-fuzz: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --editable '.[yaml]' --group fuzz
	touch $@

%/.has-mutants: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --editable '.[cli,yaml,testing]' --group test --group mutants
	touch $@

%/.has-lowest: %/.created pyproject.toml tests/lowest.txt
	$(@D)/bin/python -m pip install --quiet --constraint tests/lowest.txt --editable '.[cli,yaml,testing]' --group test
	touch $@

.PRECIOUS: %/.created %/.has-package %/.has-test
