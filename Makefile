# Glashelder: `make run` shows it, `make test` proves it. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

PORT ?= 8000
export BIND
PYTHON_BIN := .venv/bin/python
DATA ?= $(or $(GLASHELDER_DATA_DIR),var)
STAMP := .ci/stamp
export FLASK_APP := server.app
BROWSER_TESTS := 'e2e/**/*.{ts,mjs}' 'bench/pwa/*.ts'

.PHONY: help run test test-fast check format generate migration lock bench screenshots clean \
	python python-test node node-test app data check-python check-generated check-pwa check-types \
	check-browser-tests messages

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: python app data ## start the demo on http://localhost:8000 (PORT=…, HTTPS=1 for tablets)
	@PORT=$(PORT) exec $(PYTHON_BIN) -m server.serving.runner $(if $(HTTPS),--https)

test: check test-server test-pwa test-browser ## everything: lint, types, both databases, the app, the browser

test-fast: python-test ## the server's tests on SQLite, without the slow ones
	$(PYTHON_BIN) -m pytest -n auto --engine sqlite -m "not slow"

check: python-test node-test e2e ## lint, types, import rules, generated files (under a minute)
	@$(MAKE) -j2 --output-sync=target check-python check-generated check-pwa check-types check-browser-tests

format: python-test node-test ## put all code into its one form
	$(PYTHON_BIN) -m ruff check --fix-only --quiet . || true
	$(PYTHON_BIN) -m ruff format --quiet .
	npm --prefix pwa run --silent format
	cd tests && ../pwa/node_modules/.bin/prettier --log-level warn --write $(BROWSER_TESTS)

generate: python-test node-test ## write schemas, problem pages and TypeScript types anew
	$(PYTHON_BIN) -m flask schemas write
	if [ -f pwa/scripts/generate-types.mjs ]; then npm --prefix pwa run --silent generate; fi

migration: python ## write a revision from the models: make migration NAME="what changes"
	@[ -n "$(NAME)" ] || { echo 'Say what changes: make migration NAME="follow-ups have a due date"' >&2; exit 1; }
	.ci/new-migration "$(NAME)"

bench: python-test node-test app e2e ## measure, as ratios to raw measures of the same run; the app in the browser
	$(PYTHON_BIN) -m pytest tests/bench -p no:randomly -s -m ""
	npm --prefix pwa run --silent size
	cd tests/e2e && npx --no-install playwright test -c ../bench/pwa/playwright.config.ts

lock: ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile -q --generate-hashes --no-emit-index-url --no-header pyproject.toml -o server/requirements.lock
	uv pip compile -q --generate-hashes --no-emit-index-url --no-header --group test \
		-c server/requirements.lock -o tests/requirements.lock

screenshots: python-test node-test app ## take the pictures of the README again
	npm --prefix tests/e2e run screenshots

clean: ## take away what was made (the data in var/ stay)
	rm -rf .stamps .mypy_cache .ruff_cache .pytest_cache pwa/dist pwa/dist-new pwa/kept

# --- what the targets above rest on; each leaves a stamp, so that the second time is quick

python:
	@[ -x $(PYTHON_BIN) ] || rm -f .stamps/python .stamps/python-test
	@$(STAMP) .stamps/python server/requirements.lock -- .ci/python server/requirements.lock

python-test:
	@[ -x $(PYTHON_BIN) ] || rm -f .stamps/python .stamps/python-test
	@$(STAMP) .stamps/python-test server/requirements.lock tests/requirements.lock \
		-- .ci/python server/requirements.lock tests/requirements.lock

node:
	@[ -d pwa/node_modules ] || rm -f .stamps/node .stamps/node-test
	@[ -f .stamps/node-test ] && cmp -s .stamps/node-lock pwa/package-lock.json || \
		$(STAMP) .stamps/node pwa/package-lock.json -- .ci/node pwa --omit=dev

node-test:
	@[ -d pwa/node_modules ] || rm -f .stamps/node .stamps/node-test
	@$(STAMP) .stamps/node-test pwa/package-lock.json -- .ci/node pwa
	@cp pwa/package-lock.json .stamps/node-lock

app: node
	@[ -f pwa/dist/index.html ] || rm -f .stamps/app
	@$(STAMP) .stamps/app pwa .ci/build-pwa .ci/precompress.mjs -- .ci/build-pwa

data: python # on a new day the demo gets an action of that day
	@case "$${DATABASE_URL:-}" in postgres*) rm -f $(DATA)/prepared ;; esac
	@[ -f $(DATA)/glashelder.sqlite3 ] || rm -f $(DATA)/prepared
	@$(STAMP) $(DATA)/prepared "=$${DATABASE_URL:-} $$(date +%F)" server/migrations seeds -- .ci/prepare-data

check-python:
	@$(PYTHON_BIN) -m ruff format --check --quiet . || { echo "run make format" >&2; exit 1; }
	@$(PYTHON_BIN) -m ruff check --quiet .
	@.venv/bin/lint-imports --no-cache >/dev/null || .venv/bin/lint-imports
	@$(PYTHON_BIN) -m mypy --no-error-summary

check-generated:
	@$(PYTHON_BIN) -m flask schemas check

messages: node-test
	@npm --prefix pwa run --silent messages

check-pwa: messages
	@npm --prefix pwa run --silent lint

check-types: messages
	@npm --prefix pwa run --silent check
	@.ci/fresh-types

check-browser-tests: # the types, and what they cannot hold, by the app's own tools
	@npm --prefix tests/e2e run --silent types
	@cd tests && ../pwa/node_modules/.bin/eslint --cache --cache-strategy content \
		--cache-location ../pwa/node_modules/.cache/browser-tests -c ../pwa/eslint.browser-tests.config.js e2e bench/pwa
	@cd tests && ../pwa/node_modules/.bin/prettier --log-level warn --check $(BROWSER_TESTS) || { echo "run make format" >&2; exit 1; }

.PHONY: test-server test-pwa test-browser debian e2e

debian:
	@.ci/debian-packages

test-server: python-test debian e2e
	$(PYTHON_BIN) -m pytest -n auto

test-pwa: node-test
	npm --prefix pwa test

e2e:
	@[ -d tests/e2e/node_modules ] || rm -f .stamps/e2e
	@[ ! -f tests/e2e/package-lock.json ] || $(STAMP) .stamps/e2e tests/e2e/package-lock.json -- .ci/node tests/e2e

test-browser: python-test app debian e2e
	@[ -f tests/e2e/package-lock.json ] && npm --prefix tests/e2e test || [ ! -f tests/e2e/package-lock.json ]
