# Every command of the project; plain `make` lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build formats offline new next quick test soak check browser bench links audit release format lock edition freeze clean

# Silences the theme's announcement, so that a warning seen is a warning of ours.
export NO_MKDOCS_2_WARNING := 1

# The day that files name as theirs is that of the commit, so that two builds of it are the same (reproducible-builds.org).
COMMITTED := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(COMMITTED),)
export SOURCE_DATE_EPOCH ?= $(COMMITTED)
endif

VENV := .venv
RUN := $(VENV)/bin/python -m
# The same for our own modules.
PACKAGES = PYTHONPATH=overrides/hooks $(RUN)
# The tools for JavaScript in one file, TypeScript among them, as Ruff and mypy for Python. Nothing is fetched.
DENO := DENO_DIR=.cache/deno DENO_NO_UPDATE_CHECK=1 $(VENV)/bin/deno --quiet
DENO_CONFIG := --config tests/deno.json
JAVASCRIPT := $(DENO_CONFIG) overrides/assets/javascripts tests/jsdoc.js tests/answers.js
# The environment of the next generator, in which there is no MkDocs.
NEXT := $(VENV)/zensical
# Tests in a browser wait as often as they work, so two run for each processor; those of a file share what it set up.
JOBS = $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))
# The newest first; `make PYTHON=/path/to/python` takes that one and no other.
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
ADDRESS := 127.0.0.1:8000
RELEASED := edition.pdf edition.epub edition.zip CITATION.cff
BILL := bill-of-materials.json
# Built aside and then put in place by two renames, so that a build that ends at a mistake, for want of room or in the
# middle leaves the last good site as it was; the one that it replaces is kept until the next.
BUILD = $(RUN) mkdocs build --site-dir .cache/site && rm -rf .cache/last && { ! test -e site || mv site .cache/last; } && mv .cache/site site

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/site ## show the site on http://127.0.0.1:8000 and follow every edit; mistakes are warnings
	$(RUN) mkdocs serve --no-strict --dev-addr $(ADDRESS)

build: $(VENV)/site ## build the site into site/; any mistake ends it
	$(BUILD)

formats: $(VENV)/site ## build the site as it is released: with PDF, EPUB, zip and the page for printing
	FORMATS=true $(BUILD)

offline: build ## build the site and pack it into edition.zip, which opens from disk
	$(PACKAGES) annotated_edition.formats.offline site edition.zip

new: $(VENV)/site ## lay out an empty edition of another work in FOLDER, with a copy of the engine
	$(PACKAGES) annotated_edition.commands.new $(FOLDER)

next: $(VENV)/next ## build the site with Zensical instead of MkDocs, into .cache/next/site
	PYTHONPATH=overrides/hooks $(NEXT)/bin/python next/zensical_site.py .cache/next

quick: check ## run what needs no browser and takes seconds: format, lint, types, unit tests, one strict build
	$(RUN) pytest --numprocesses auto --dist loadfile tests/unit
	$(RUN) mkdocs build --site-dir .cache/quick

test: check browser $(VENV)/next ## run every check: format, lint, types, workflows, and the tests in a real browser
	$(RUN) pytest --numprocesses $(JOBS) --dist loadfile

soak: browser ## run what takes minutes: ten thousand claims, a huge list of references, two whole editions, all colors, the whole theme
	$(RUN) pytest --capture=no tests/soak

check: $(VENV)/tests ## run the checks that need no build: format, lint, types, workflows
	$(RUN) ruff format --check --quiet
	$(RUN) ruff check --quiet
	$(RUN) mypy
	$(DENO) fmt --check $(JAVASCRIPT)
	$(DENO) lint $(JAVASCRIPT)
	$(DENO) check $(DENO_CONFIG) overrides/assets/javascripts
	$(DENO) check --no-config tests/jsdoc.js tests/answers.js
	$(VENV)/bin/zizmor --offline --quiet --persona pedantic .github

browser: $(VENV)/tests
	@$(VENV)/bin/python tests/chromium.py

bench: $(VENV)/tests ## measure build, search and first view beside the stock theme's and plugin's (minutes)
	$(VENV)/bin/python tests/bench.py
	$(VENV)/bin/python tests/bench_search.py
	$(VENV)/bin/python tests/bench_queries.py
	$(VENV)/bin/python tests/bench_weight.py

links: $(VENV)/tests ## ask every outside link whether it still answers, and report (minutes)
	$(VENV)/bin/python tests/links.py

audit: $(VENV)/audit ## ask whether a known vulnerability touches what is pinned, and report
	$(VENV)/bin/python tests/audit.py $(LOCKS)

release: formats $(VENV)/audit ## put into release/ what is released: the formats, a bill of materials (CycloneDX), checksums
	rm -rf release && mkdir release
	cp $(RELEASED:%=site/%) release/
	$(RUN) cyclonedx_py requirements --output-reproducible --output-file release/$(BILL) requirements.txt
	cd release && sha256sum $(RELEASED) $(BILL) > SHA256SUMS

edition: $(VENV)/site ## register the edition that mkdocs.yml names, and write what it changes into docs/changes.md
	$(PACKAGES) annotated_edition.commands.register

freeze: $(VENV)/site ## build the edition that this commit is tagged as, and keep it for good on the branch editions
	FORMATS=true $(PACKAGES) annotated_edition.commands.freeze $(BRANCH)

format: $(VENV)/tests ## format Python and JavaScript, and mend what the linter can
	$(RUN) ruff check --fix-only --quiet
	$(RUN) ruff format --quiet
	$(DENO) lint --fix $(JAVASCRIPT)
	$(DENO) fmt $(JAVASCRIPT)

LOCKS := requirements.txt tests/requirements.txt tests/audit.txt next/requirements.txt
# uv knows some authorities by itself; those of the system, as pip, only when told.
LOCK = $(RUN) uv pip compile --quiet --system-certs --universal --python-version 3.11.5 --generate-hashes $(if $(UPGRADE),--upgrade)

lock: $(VENV)/tests ## pin what the requirements.in files ask for (UPGRADE=1: in its newest releases)
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) tests/requirements.in --output-file tests/requirements.txt
	$(LOCK) tests/audit.in --output-file tests/audit.txt
	$(LOCK) next/requirements.in --output-file next/requirements.txt

clean: ## remove all that these commands made
	rm -rf $(VENV) .cache site release edition.zip
	find overrides tests next -name __pycache__ -prune -exec rm -rf {} +

# --- Set-up: once, and again when the requirements change. A stamp is written last, so that what was broken off starts anew. ---

# --only-binary: no package's own set-up code runs. Messages go to stderr, so that the output of a command is its own.
INSTALL := $(RUN) pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r

# An environment whose interpreter is gone, after an upgrade of the system, is made anew.
$(shell [ -x $(VENV)/bin/python ] || rm -f $(VENV)/site)

$(VENV)/site: requirements.txt
	@new=; \
	for python in $(PYTHONS); do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || continue; \
		new=$${new:-$${python##*/}}; \
		$$python -c 'import ensurepip, venv' 2>/dev/null || continue; \
		echo "Setting up $(VENV) with $$($$python --version)" >&2; \
		rm -rf $(VENV) && $$python -m venv $(VENV) && $(INSTALL) requirements.txt >&2 && touch $@; \
		exit; \
	done; \
	if [ "$$new" ]; \
	then echo "$$new lacks its venv module. On Debian and Ubuntu: apt-get install $$new-venv" >&2; \
	else echo "Python 3.11.5 or later is needed, and there is none among: $(PYTHONS). Name one: make PYTHON=/path/to/python" >&2; \
	fi; \
	exit 1

$(VENV)/tests: tests/requirements.txt $(VENV)/site
	@echo "Installing what the checks need" >&2
	@$(INSTALL) tests/requirements.txt >&2
	@touch $@

$(VENV)/next: next/requirements.txt $(VENV)/tests
	@echo "Setting up $(NEXT)" >&2
	@$(RUN) uv venv --quiet --clear --python $(VENV)/bin/python $(NEXT)
	@$(RUN) uv pip sync --quiet --system-certs --require-hashes --only-binary :all: --python $(NEXT) next/requirements.txt
	@touch $@

$(VENV)/audit: tests/audit.txt $(VENV)/site
	@$(INSTALL) tests/audit.txt >&2
	@touch $@
