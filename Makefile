# The one interface of the project. It needs Python 3.11 or later with venv, GNU make and a package index; every target
# sets up what it needs, once, and again when pyproject.toml changes.

# Which Python to use: `make test PYTHON=python3.12` works in .venv-python3.12.
PYTHON ?= python3
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(subst /,-,$(PYTHON)))
BIN := $(VENV)/bin

# The versions of Python on which everything must work. Where pyenv has them, it is told to offer them all.
VERSIONS := 3.11 3.12 3.13
EXTRAS := cli,frames,plots,testing,yaml

# What to test, all by default: `make test TESTS=tests/rules`. The examples of one page share names, so a file is not split.
TESTS ?=
PARALLEL := --numprocesses=auto --dist=loadfile

# The seed of the random order, the one that an earlier run has printed: `make test-random SEED=1234`.
SEED ?=

# How old a source may be, in days.
AGE ?= 365

# What to fuzz, all by default, and how long each: `make fuzz FUZZ=assess FUZZ_SECONDS=60`.
FUZZ ?= rosters PartialDate match_person assess with_facts from_json
FUZZ_SECONDS ?= 600

# Which of rules, _queries and rosters to make mutants of, all by default: `make mutants WING=rules`.
WING ?=

# pyright comes with its own node, asks the first Python of the path, and need not ask the network for a newer pyright.
PYRIGHT := PYRIGHT_PYTHON_IGNORE_WARNINGS=1 PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright

.DEFAULT_GOAL := help
.PHONY: help demo test test-random test-wheel test-lowest test-pythons test-extras test-engines test-all \
	check lint types mypy pyright imports api baseline coverage docs site dist sbom release \
	codes documents facts foresight pictures schema written old-sources bench fuzz mutants clean
.DELETE_ON_ERROR:

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.has-package ## Print the boards to 2041 under both laws, and where they part; check a good and a bad roster
	$(BIN)/python docs/examples/two_laws.py
	$(BIN)/trilateral check docs/examples/boards.toml
	$(BIN)/trilateral check docs/examples/broken.json; test $$? -eq 1 # as it has errors

# Tests.

test: $(VENV)/.has-test ## Run the tests, and every example in README, docs and docstrings
	$(BIN)/python -m pytest $(PARALLEL) $(TESTS)

test-random: $(VENV)/.has-test ## Run the tests in a random order; SEED=1234 repeats one. Examples on a page keep their order
	$(BIN)/python -m pytest $(PARALLEL) -p randomly $(if $(SEED),--randomly-seed=$(SEED)) $(or $(TESTS),tests src)

test-wheel: dist ## Run the tests on the wheel, in a new environment with the newest version of each dependency
	$(call test-installed,$(PYTHON),$(VENV)-wheel,'python-dateutil>=4')

test-lowest: dist ## Run the tests on the wheel, with the lowest version of each dependency that pyproject.toml allows
	$(call test-installed,$(PYTHON),$(VENV)-lowest,--constraint tests/lowest.txt)

test-pythons: $(VERSIONS:%=test-python%) ## Run the tests on the wheel, in each version of Python that we promise

test-python%: export PYENV_VERSION := $(subst $(empty) ,:,$(VERSIONS))
test-python%: dist
	@python$* -c '' || { echo 'python$* is not here: install it, or leave it out with VERSIONS="..."' >&2; exit 1; }
	$(call test-installed,python$*,.venv-wheel-$*,'python-dateutil>=4')

define test-installed
	$(1) -m venv --clear $(2)
	$(2)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(2)/bin/python -m pip install --quiet $(3) "$$(echo dist/*.whl)[$(EXTRAS)]" --group test
	$(2)/bin/python tests/packaging/check_installed.py
	$(2)/bin/python -m pytest $(PARALLEL) $(or $(TESTS),tests docs README.md --pyargs trilateral)
endef

test-extras: dist ## Try the wheel with no extra, each extra alone, and all
	$(PYTHON) tests/packaging/check_extras.py

test-engines: $(VENV)-engines/.has-engines ## Run the tests on Dask and PySpark, which needs Java
	$(VENV)-engines/bin/python -m pytest tests/engines

test-all: test-random test-pythons test-lowest test-extras test-engines ## Run the tests everywhere: all of the above

# Gates.

check: lint types imports api coverage docs ## Run every gate but the tests with all their examples

lint: $(VENV)/.has-check ## ruff: lint and format; the workflows
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml

types: mypy pyright ## mypy and pyright, both strict; every public name typed; tests/typing accepted and rejected

mypy: $(VENV)/.has-check
	$(BIN)/mypy

pyright: $(VENV)/.has-check
	$(PYRIGHT)
	$(PYRIGHT) --verifytypes trilateral --ignoreexternal

imports: $(VENV)/.has-check ## The import contract
	$(BIN)/lint-imports

api: $(VENV)/.has-test ## Compare what is public with every release; a break must be declared in the changelog
	$(BIN)/python -m tools.check_api

coverage: $(VENV)/.has-check ## Every branch is reached by the tests alone, with few examples drawn, so that none is by luck
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses=auto --dist=worksteal --hypothesis-profile=brief tests
	$(BIN)/coverage combine
	$(BIN)/coverage report

docs: $(VENV)/.has-check ## The documentation, in docs/_build/html
	$(BIN)/sphinx-build -q -E -n -W --keep-going -b html docs docs/_build/html

site: docs $(VENV)/.has-site ## Open every page of the documentation in Chromium, which must be installed
	$(BIN)/python tests/site/check_site.py docs/_build/html

# What goes out.

dist: $(VENV)-release/.has-release ## Build the wheel and the sdist, twice to the same bytes, and check what they hold
	$(VENV)-release/bin/python tests/packaging/check_dist.py

sbom: dist ## List what the wheel depends on with all extras, and check the licences
	$(PYTHON) -m venv --clear --without-pip $(VENV)-sbom
	$(VENV)-release/bin/python -m pip --python $(VENV)-sbom/bin/python install --quiet "$$(echo dist/*.whl)[$(EXTRAS)]"
	$(VENV)-release/bin/python tools/write_sbom.py $(VENV)-sbom

release: ## Try a release of HEAD from a clean clone; PUBLISH=1 also tags it and says what to upload
	$(PYTHON) -m tools.release $(if $(PUBLISH),--publish)

baseline: $(VENV)/.has-test ## Keep what is public in this version, its JSON and the schema of that: the last step before its release
	$(BIN)/python -m tools.check_api --keep
	$(BIN)/python -m tools.keep_json

# What is written from the record and the code.

written: facts codes documents foresight schema ## Write all of these anew, but for the pictures

facts: $(VENV)/.has-package ## Check the facts kept in TOML and compile them into the literals that ship
	$(BIN)/python tools/compile_record.py

codes: $(VENV)/.has-package ## Write the reference of the codes from the catalogue of the roster check
	$(BIN)/python tools/write_codes.py

documents: $(VENV)/.has-package ## Write where each statement of the three first documents is answered
	$(BIN)/python tools/write_documents.py

foresight: $(VENV)/.has-package ## Write what the rules foretold of each board and summit, and what came
	$(BIN)/python tools/write_foresight.py

schema: $(VENV)/.has-package ## Write the schema of what is exported as JSON
	$(BIN)/python tools/write_schema.py

pictures: $(VENV)/.has-test ## Draw the pictures of the documentation; look at them before you keep them
	$(BIN)/python tools/draw_pictures.py

# Now and then.

old-sources: $(VENV)/.has-package ## List the facts whose sources were last seen more than AGE=365 days ago
	$(BIN)/python tools/old_sources.py --age $(AGE)

bench: $(VENV)-bench/.has-bench ## Measure the installed wheel, beside its neighbours, and write the page on speed
	$(VENV)-bench/bin/python -m pip install --quiet --force-reinstall --no-deps .
	$(VENV)-bench/bin/python tests/bench/write_page.py

fuzz: $(FUZZ:%=fuzz-%) ## Fuzz every reader of input, guided by coverage, each for FUZZ_SECONDS=600

fuzz-%: $(VENV)-fuzz/.has-fuzz
	mkdir -p .fuzz
	$(VENV)-fuzz/bin/python tests/fuzz/readers.py $* -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=20 -rss_limit_mb=4096 -artifact_prefix=.fuzz/$*-

mutants: $(VENV)-mutants/.has-mutants ## Change rules, queries and the roster check in many small ways, and see that a test notices each
	$(VENV)-mutants/bin/python tools/mutants.py $(WING)

clean: ## Remove all that the other targets made
	rm -rf .venv .venv-* dist docs/_build .coverage* .fuzz .hypothesis .*_cache mutants
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
	$(@D)/bin/python -m pip install --quiet --editable '.[$(EXTRAS)]' --group test
	touch $@

%/.has-check: %/.has-test
	$(@D)/bin/python -m pip install --quiet --group check --group docs
	touch $@

%/.has-site: %/.has-check
	$(@D)/bin/python -m pip install --quiet --group site
	touch $@

%/.has-engines: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --editable '.[$(EXTRAS)]' --group test --group engines
	touch $@

%/.has-release: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --group release
	touch $@

%/.has-bench: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet '.[frames]' --group bench
	touch $@

%/.has-fuzz: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --editable '.[yaml]' --group fuzz
	touch $@

%/.has-mutants: %/.created pyproject.toml
	$(@D)/bin/python -m pip install --quiet --editable '.[$(EXTRAS)]' --group test --group mutants
	touch $@

.PRECIOUS: %/.created %/.has-package %/.has-test %/.has-check %/.has-fuzz
