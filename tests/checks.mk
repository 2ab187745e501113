# The commands for the engine and its checks, beside those of the Makefile, which includes them.

.PHONY: quick test suite soak check browser bench links audit release format lock next

# The tools for JavaScript in one file, TypeScript among them, as Ruff and mypy for Python. Nothing is fetched.
DENO := DENO_DIR=.cache/deno DENO_NO_UPDATE_CHECK=1 $(VENV)/bin/deno --quiet
DENO_CONFIG := --config tests/deno.json
JAVASCRIPT := $(DENO_CONFIG) overrides/assets/javascripts tests/jsdoc.js tests/answers.js
# The environment of the next generator, in which there is no MkDocs.
NEXT := $(VENV)/zensical
# Tests in a browser wait as often as they work, so two run for each processor; those of a file share what it set up.
BY_FILE := --dist loadfile --no-loadscope-reorder
JOBS = $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))
# Tests write some ten thousand files and read them at once: in memory, where it has 4 GB for them, 8 of 212 seconds go.
# Whatever ends the tests, nothing of them is left there; nor are they where no program may be started, as they do theirs.
MEMORY = $(shell grep -qs ' /dev/shm .*noexec' /proc/mounts || df -k /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 { print "-p /dev/shm" }')
ASIDE = folder=$$(mktemp -d $(MEMORY)) && trap 'rm -rf "$$folder"' EXIT && trap 'exit 130' INT TERM && export TMPDIR="$$folder" &&
RELEASED := edition.pdf edition.epub edition.zip CITATION.cff
BILL := bill-of-materials.json

quick: check ## run what needs no browser and takes seconds: format, lint, types, unit tests, one strict build
	$(RUN) pytest --numprocesses auto $(BY_FILE) tests/unit
	$(RUN) mkdocs build --site-dir .cache/quick

test: browser $(VENV)/next ## run every check: format, lint, types, workflows, and the tests in a real browser
	@$(MAKE) --no-print-directory --jobs=2 suite check

suite:
	@$(ASIDE) $(RUN) pytest --numprocesses $(JOBS) $(BY_FILE)

# Read by tests/fixtures/extent.py.
soak: export TRIED := all
soak: browser $(VENV)/next ## run what takes minutes: all that `test` tries some of, random edits, ten thousand claims, a hundred times the text, two whole editions, the whole theme
	$(RUN) pytest --numprocesses $(JOBS) $(BY_FILE)
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

bench: export PYTHONPATH = overrides/hooks
bench: $(VENV)/tests ## measure build, search and first view beside the stock theme's and plugin's (minutes)
	$(VENV)/bin/python tests/bench.py
	$(VENV)/bin/python tests/bench_edits.py
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

next: $(VENV)/next ## build the site with Zensical instead of MkDocs, into .cache/next/site
	PYTHONPATH=overrides/hooks $(NEXT)/bin/python next/zensical_site.py .cache/next

# --- Set-up, as in the Makefile ---

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
