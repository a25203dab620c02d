# What a developer does here. `make` alone lists it.

# The first Python of 3.11 or newer; choose another with `make PYTHON=... setup`.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
VENV := .venv
BIN := $(VENV)/bin
# Stamps: newer than the lists that they stand for when those are installed.
RUNTIME := $(VENV)/.runtime-installed
DEV := $(VENV)/.dev-installed
BENCH := $(VENV)/.bench-installed
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
WORKERS ?= auto
QUESTIONS ?= $(wildcard tests/questions/*.jsonl)

.DEFAULT_GOAL := help
.PHONY: help setup chat run test lint format types contracts check bench docs picture pictures walk check-replies profile fuzz lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install what the bot needs into .venv
	@if $(MAKE) --question --no-print-directory $(RUNTIME); then echo "Everything is installed; nothing to do."; \
	else $(MAKE) --no-print-directory $(RUNTIME); fi

chat: $(RUNTIME) ## talk to the bot here; no token, no account
	@$(BIN)/python -m bot chat

run: $(RUNTIME) ## answer in Telegram, with the token in .env
	@exec $(BIN)/python -m bot run

test: $(DEV) ## the whole test suite
	$(BIN)/python -m pytest -n $(WORKERS)

lint: $(DEV) ## ruff and yamllint
	$(BIN)/ruff check .
	$(BIN)/yamllint --strict .

format: $(DEV) ## put the code into shape; with CHECK=1 only say what is out of shape
	$(BIN)/ruff format $(if $(CHECK),--check) .

types: $(DEV) ## mypy, strict
	$(BIN)/mypy

contracts: $(DEV) ## who may import whom
	$(BIN)/lint-imports

check: $(RUNTIME) ## faults in the facts and lexicons
	$(BIN)/python -m bot check

bench: $(BENCH) ## the benchmarks, each a table beside a peer; QUESTIONS="a.jsonl b.jsonl" for others
	$(BIN)/python -m benchmarks.understanding $(QUESTIONS)
	$(BIN)/python -m benchmarks.names
	$(BIN)/python -m benchmarks.speed $(QUESTIONS)
	$(BIN)/python -m benchmarks.loading
	$(BIN)/python -m benchmarks.pictures
	$(BIN)/python -m benchmarks.inline
	-$(BIN)/python -m bot evaluate --curve --edits $(QUESTIONS)

fuzz: $(DEV) ## a hundred thousand messages made by chance, each answered with what Telegram takes
	ALTYN_GENERATED=$(or $(MESSAGES),100000) $(BIN)/python -m pytest -n $(WORKERS) tests/answers/test_generated.py

docs: $(DEV) ## the tests of what the documentation says
	$(BIN)/python -m pytest -q tests/docs

picture: $(RUNTIME) ## draw the conversations of the README anew, with the replies of today
	$(BIN)/python -m bot.console.picture docs/conversation.svg

walk: $(RUNTIME) ## draw the scenes of docs/walk.md anew, with the replies of today
	@$(BIN)/python -m bot.console.walk docs/walk

check-replies: $(DEV) ## everything that can be said of everything in the facts, in every language
	ALTYN_EVERY=1 $(BIN)/python -m pytest -n $(WORKERS) tests/answers/test_rendering.py tests/answers/test_everything.py

profile: $(RUNTIME) ## write the texts and pictures that @BotFather asks for into build/profile
	@$(BIN)/python -m bot profile build/profile

pictures: $(RUNTIME) ## draw the samples of docs/pictures anew
	@$(BIN)/python -m bot.console.drawing docs/pictures

lock: $(DEV) ## resolve the requirements anew, after a change in pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	$(LOCK) --extra bench --constraint requirements-dev.txt --output-file requirements-bench.txt pyproject.toml

clean: ## remove .venv and all caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Altyn needs Python 3.11 or newer, and there is none on the PATH." >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.txt | $(BIN)/python
	@echo "Installing the requirements ..."
	@$(INSTALL) --requirement requirements.txt
	@touch $@
	@echo "Installed. Talk to the bot with: make chat"

$(DEV): requirements-dev.txt | $(RUNTIME)
	@echo "Installing the requirements of the tests ..."
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@

$(BENCH): requirements-bench.txt | $(DEV)
	@echo "Installing the contenders of the benchmarks ..."
	@$(INSTALL) --requirement requirements-bench.txt
	@touch $@
