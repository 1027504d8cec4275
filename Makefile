# Everything here sets itself up: `make play` and `make test` need only Python 3.11+, pip, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready-dev
PLAYABLE := $(VENV)/.ready

.PHONY: play test check format reference pictures agreement measure learn vectors left-out bench clean help

help:  ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $$($(PYTHON) --version) is first on the PATH. Try: make PYTHON=python3.12 play"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Could not make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(PLAYABLE): pyproject.toml | $(VENV)/bin/python
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(READY): pyproject.toml $(PLAYABLE)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

play: $(PLAYABLE)  ## set up if needed and open the app
	@$(BIN)/trainer

test: $(READY)  ## set up if needed and run every test
	@$(BIN)/python -m pytest -n auto -q $(ARGS)

check: $(READY)  ## lint, types, import contracts, scenarios
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo
	@$(BIN)/trainer check --strict scenarios

format: $(READY)  ## put code into the project's format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

reference: $(READY)  ## write the reference pages that are generated from the code
	@$(BIN)/python -m scripts.write_reference

pictures: $(READY)  ## draw docs/pictures again from the app
	@$(BIN)/python -m scripts.pictures

ifeq ($(strip $(LABELS)),)
agreement:  ## agreement with people: make agreement LABELS=replies.jsonl
	@echo "Which labelled replies? make agreement LABELS=replies.jsonl (the format is in docs/scoring.md)"
else
agreement: $(READY)
	@$(BIN)/python scripts/agreement.py $(LABELS)
endif

learn: $(READY)  ## learn the reader's weights anew from wordings and labelled replies (minutes)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group learn
	@$(BIN)/python -m scripts.learn_meanings
	@$(BIN)/python -m scripts.learn_chances
	@$(BIN)/python -m scripts.learn_taught
	@$(BIN)/python -m scripts.learn_flags

vectors: $(READY)  ## make the general word vectors anew (then: make learn)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group learn --group vectors
	@$(BIN)/python -m scripts.word_vectors

measure: $(READY)  ## agreement on the labelled replies nothing was learnt from, with intervals; LABELS adds files
	@$(BIN)/python scripts/agreement.py $(addprefix tests/agreement/,release-halt.e.jsonl client-outage.jsonl migration-no-go.jsonl audit-deadline.jsonl demo-data.jsonl old-library.jsonl) $(LABELS)
	@$(BIN)/python -m scripts.proof

left-out: $(READY)  ## agreement by weights that have not seen the meeting they judge
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group learn
	@$(BIN)/python -m scripts.learn_chances --left-out
	@$(BIN)/python -m scripts.learn_taught --left-out
	@$(BIN)/python -m scripts.learn_flags --left-out

bench: $(READY)  ## print how fast it is beside its budgets; a report, fails on nothing
	@$(BIN)/python -m scripts.bench

clean:  ## remove the environment and caches
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
