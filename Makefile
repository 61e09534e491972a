# Everything a developer or a new owner types. `make help` lists it.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run setup dev test test-servers test-failures test-contract test-on-servers lint quality bench bench-servers assets clean

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
MANAGE := $(PY) manage.py
STYLES := $(shell find static/scss static/js -type f 2>/dev/null) static/build.mjs package.json package-lock.json
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: setup ## build what is missing, then serve the site on http://localhost:8000 as production does
	@$(PY) scripts/say_where.py
	@$(VENV)/bin/gunicorn local_offer.wsgi --config gunicorn.conf.py

setup: $(VENV)/.installed static/build/.built ## all of `make run` but serving
	@echo "Database: bringing it up to date"
	@$(MANAGE) migrate --verbosity 0
	@echo "Starting data: services, places, pages"
	@$(MANAGE) load_starting_data
	@$(MANAGE) sync_groups --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) rebuild_search --if-missing

dev: setup $(VENV)/.installed-dev ## serve with reloading and debug pages
	@DEBUG=1 BACKGROUND_WORKER=0 $(MANAGE) worker & worker=$$!; trap "kill $$worker" EXIT; DEBUG=1 $(MANAGE) runserver

test: $(VENV)/.installed-dev static/build/.built ## everything that must hold before a change is kept
	@$(PY) scripts/chromium.py
	@$(VENV)/bin/pytest -n auto $(AGAIN)

test-servers: test-failures test-contract test-on-servers ## the same on PostgreSQL and Elasticsearch, started and thrown away

test-failures: $(VENV)/.installed-dev static/build/.built ## of these, what happens when Elasticsearch fails
	@scripts/postgresql run $(VENV)/bin/pytest -n 0 -m servers tests/servers/test_elastic_failures.py $(AGAIN)

test-contract: $(VENV)/.installed-dev static/build/.built ## of these, what every engine and database must do
	@scripts/postgresql run scripts/elasticsearch run $(VENV)/bin/pytest -n auto -m servers tests/servers \
	  --ignore tests/servers/test_elastic_failures.py $(AGAIN)

test-on-servers: $(VENV)/.installed-dev static/build/.built ## of these, all of `make test` again
	@$(PY) scripts/chromium.py
	@scripts/postgresql run scripts/elasticsearch run scripts/on_servers $(VENV)/bin/pytest -n auto $(AGAIN)

lint: $(VENV)/.installed-dev ## style, types and layers alone
	@$(VENV)/bin/pytest -n 0 -p no:randomly tests/house

quality: $(VENV)/.installed-dev ## how good the search is on judged searches, beside plain words (about ten minutes)
	@$(PY) -m tests.quality

bench: $(VENV)/.installed-dev static/build/.built ## measure speed and memory, side by side
	@$(PY) -m tests.benchmarks

bench-servers: $(VENV)/.installed-dev ## the same beside Elasticsearch and PostgreSQL, at 20,000 and 200,000 services
	@scripts/postgresql run scripts/elasticsearch run $(PY) -m tests.benchmarks.servers

assets: $(VENV)/.installed static/build/.built ## build styles, script and fonts

clean: ## take away what was built (never var/, which holds the data)
	rm -rf $(VENV) node_modules static/build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make run PYTHON=python3.12"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Python packages: installing (about a minute)"
	@$(PY) -m pip install --quiet --require-hashes -r requirements.txt || { echo "The packages could not be installed. Is this machine online? Then run make again."; exit 1; }
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@echo "Python packages for developers: installing"
	@$(PY) -m pip install --quiet --require-hashes -r requirements-dev.txt || { echo "The packages could not be installed. Is this machine online? Then run make again."; exit 1; }
	@touch $@

node_modules/.installed: package.json package-lock.json .npmrc $(VENV)/.installed
	@echo "Style packages: installing"
	@$(PY) scripts/npm.py ci || { echo "The style packages could not be installed. Is this machine online? Then run make again."; exit 1; }
	@touch $@

static/build/.built: $(STYLES) node_modules/.installed
	@echo "Styles and script: building"
	@$(PY) scripts/npm.py run build
	@touch $@
