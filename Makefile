# Each target sets up what it needs in .venv and is quick the second time.
# Paths are relative, so that the checkout may lie anywhere.

PYTHON ?= python3
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
export JORYE_QUESTION := $(value Q)

.PHONY: help install ask serve test quick check eval peer retrieval bench clean

help:
	@echo 'make ask Q="Who convenes the AI Committee?"   answer a question'
	@echo 'make serve                                    serve the HTTP API on 127.0.0.1:8000'
	@echo 'make retrieval DATA="one other"               measure retrieval over folders of your own'
	@echo 'make peer                                     the measures, and recall beside that of a naive pipeline'
	@echo 'make test | quick | check | eval | bench      all tests | fast ones | lint, types, layers | measures | speed'

install: .venv/installed

ask: .venv/installed
	@.venv/bin/jorye ask "$$JORYE_QUESTION"

serve: .venv/installed
	@.venv/bin/jorye serve

test: .venv/developing
	.venv/bin/python -m pytest

quick: .venv/developing
	.venv/bin/python -m pytest -m "not slow"

check: .venv/developing
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

eval: .venv/installed
	@.venv/bin/python -m eval --package
	@.venv/bin/python -m eval meetings

peer: .venv/measuring
	@.venv/bin/python -m eval --package --peer

retrieval: .venv/measuring
	@.venv/bin/python -m eval retrieval --data $(DATA)

bench: .venv/measuring
	@.venv/bin/python -m eval.bench

clean:
	rm -rf .venv dist

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "jorye needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Set PYTHON to another one.")'
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/created pyproject.toml constraints.txt
	@echo "Installing jorye (a minute or two, once) …" >&2
	@$(PIP) --editable . >&2
	@touch $@

.venv/measuring: .venv/installed pyproject.toml constraints.txt
	@$(PIP) --editable ".[eval]" >&2
	@touch $@

.venv/developing: .venv/installed pyproject.toml constraints.txt
	@echo "Installing what development needs (a few minutes, once) …" >&2
	@$(PIP) --editable ".[transformers,models,eval,dev]" >&2
	@touch $@
