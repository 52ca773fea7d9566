.DEFAULT_GOAL := help
BIN := .venv/bin
READY := .venv/.ready
ARGS ?=
# Compiled modules are kept, whatever the shell says: the tests start a hundred processes that would compile them again.
export PYTHONDONTWRITEBYTECODE =

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(READY) ## Run the embedded example end to end, into build/demo
	$(BIN)/ladderworks demo --out build/demo

test: $(READY) ## Run the tests (ARGS="-k ladder" narrows them)
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

check: format-check lint contracts types test ## Everything that must pass: format, lint, contracts, types, tests

format: $(READY) ## Rewrite the code in the house format
	$(BIN)/ruff check --select I,RUF022 --fix --quiet .
	$(BIN)/ruff format .

format-check: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY) ## Look for likely mistakes
	$(BIN)/ruff check .

contracts: $(READY) ## Check that imports run one way and each library stays in its home
	$(BIN)/lint-imports --no-logo

types: $(READY) ## Check the types
	$(BIN)/mypy

bench: $(READY) ## Measure speed and accuracy
	$(BIN)/python -m benchmarks --full $(ARGS)

train: $(READY) ## Fit what the matching engine weighs, from annotated text (needs the outside data)
	$(BIN)/python -m training weights
	$(BIN)/python -m training curve
	@echo "Relatedness is learned from a knowledge base: $(BIN)/python -m training relatedness --kb KB"

serve: $(READY) ## Serve the pages and the API on this machine
	$(BIN)/ladderworks serve

clean: ## Remove everything that can be made again
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find ontology standards pathways api tests benchmarks training examples -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

# The environment, made again when what it holds changes.
$(READY): pyproject.toml constraints.txt
	@for python in $(PYTHON) python3.11 python3; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Setting up .venv with $$python"; exec $$python -m venv .venv; \
	done; echo "Ladderworks needs Python 3.11 or newer: install it, or name it with make PYTHON=..." >&2; exit 1
	PIP_CONSTRAINT=constraints.txt $(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

.PHONY: help demo test check format format-check lint contracts types bench train serve clean
