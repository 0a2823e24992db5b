# The short commands; `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# Where this clone comes from, so that a fork's pages link to the fork.
REPO_URL ?= $(shell git remote get-url origin 2>/dev/null | sed -nE 's#^https://[^/@]+@#https://#; s#^(https://|git@)([^:/@]+)[:/](.+)$$#https://\2/\3#; s#\.git$$##; /^https:/p')
EDIT_URI ?= $(if $(REPO_URL),edit/main/docs/)
export REPO_URL EDIT_URI
# The commit at which this branch began: no id of an item may have vanished since.
BASE ?= $(shell git merge-base HEAD origin/HEAD 2>/dev/null || git merge-base HEAD main 2>/dev/null)
# GitHub makes annotations of a format of its own.
FORMAT ?= $(if $(GITHUB_ACTIONS),github,text)
# A notice about a future MkDocs, which this site does not use.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test check links examples pictures lint lock benchmark clean

help: ## List these commands
	@sed -nE 's/^([a-z]+):.*## (.+)$$/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

# The first build is strict; later ones show a page with its problems, so that it can be mended.
serve: ## Build the site and serve it on http://127.0.0.1:8000/ with live reload
	@$(PYTHON) .ci/environment.py serve $(PORT)
	@$(BIN)/mkdocs build --strict
	@PREVIEW=true SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

# A commit gives the same site whenever and wherever it is built, so its "today" is its own day: a
# page whose review is due since stops `check`, whose day is the clock's, and not this.
# What is not committed is as of now.
build: SOURCE_DATE_EPOCH ?= $(shell [ -z "$$(git status --porcelain 2>&1)" ] && git log -1 --format=%ct)
build: ## Build the site strictly into site/
	@$(PYTHON) .ci/environment.py site
	@$(if $(SOURCE_DATE_EPOCH),SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH)) $(BIN)/mkdocs build --strict --clean

check: ## Report every problem of the pages, with its place and what to do
	@$(PYTHON) .ci/environment.py site
	@$(BIN)/handbook check $(if $(BASE),--since $(BASE)) --format $(FORMAT)

test: ## Run all tests, after installing what they need
	@$(PYTHON) .ci/environment.py test
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && $(BIN)/mypy --no-error-summary
	@$(BIN)/pytest

links: ## Ask for the external links that are due, over the network
	@$(PYTHON) .ci/environment.py links
	@$(BIN)/handbook links

examples: ## Compute the numbers and figures of the pages again
	@$(PYTHON) .ci/environment.py test
	@$(BIN)/python -m examples

pictures: ## Draw the pictures of the README again, from the site
	@$(PYTHON) .ci/environment.py test
	@$(BIN)/python .ci/pictures.py

benchmark: ## Measure the generator against plain builds, of this site and of synthetic ones
	@$(PYTHON) .ci/environment.py test
	@$(BIN)/python -m benchmarks.build
	@$(BIN)/python -m benchmarks.extension
	@$(BIN)/python -m benchmarks.check
	@$(BIN)/python -m benchmarks.checklists
	@$(BIN)/python -m benchmarks.pdf
	@PYTHONPATH=tests $(BIN)/python -m benchmarks.links

lock: ## Lock the newest versions that pyproject.toml allows, with hashes
	@$(PYTHON) .ci/environment.py test
	@extras="--extra site --extra pdf"; for name in site links test; do \
	  [ $$name = site ] || extras="$$extras --extra $$name"; \
	  $(BIN)/uv pip compile pyproject.toml $$extras \
	    --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade \
	    --custom-compile-command "make lock" --quiet --output-file requirements/$$name.txt; \
	done

clean: ## Take away what the commands made, the environment included
	rm -rf .venv site .cache .mypy_cache .pytest_cache .ruff_cache
