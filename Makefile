# Every command of an edition; plain `make` lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build formats offline new texts edition freeze clean

# Silences the theme's announcement, so that a warning seen is a warning of ours.
export NO_MKDOCS_2_WARNING := 1

# Compiled modules are kept, whatever the surroundings say: each command begins a quarter of a second sooner.
unexport PYTHONDONTWRITEBYTECODE

# The day that files name as theirs is that of the commit, so that two builds of it are the same (reproducible-builds.org).
COMMITTED := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(COMMITTED),)
export SOURCE_DATE_EPOCH ?= $(COMMITTED)
endif

VENV := .venv
RUN := $(VENV)/bin/python -m
# The same for our own modules.
PACKAGES = PYTHONPATH=overrides/hooks $(RUN)
# The newest first; `make PYTHON=/path/to/python` takes that one and no other.
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
ADDRESS := 127.0.0.1:8000
# Only if make itself is told one: many systems have a variable of this name, as in LANGUAGE=en_US:en.
LANGUAGE :=
# Built aside and then put in place by two renames, so that a build that ends at a mistake, for want of room or in the
# middle leaves the last good site as it was. What the one before it holds that is still the same is not written again.
BUILD = { test -e .cache/site || ! test -e .cache/last || mv .cache/last .cache/site; } && \
	$(RUN) mkdocs build --site-dir .cache/site && \
	rm -rf .cache/last && { ! test -e site || mv site .cache/last; } && mv .cache/site site

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/site ## show the site on http://127.0.0.1:8000 and follow every edit; mistakes are warnings
	$(RUN) mkdocs serve --no-strict --dev-addr $(ADDRESS)

build: $(VENV)/site ## build the site into site/; any mistake ends it
	$(BUILD)

formats: export FORMATS := true
formats: $(VENV)/site ## build the site as it is released: with PDF, EPUB, zip and the page for printing
	$(BUILD)

offline: build ## build the site and pack it into edition.zip, which opens from disk
	$(PACKAGES) annotated_edition.formats.offline site edition.zip

new: $(VENV)/site ## lay out an empty edition of another work in FOLDER, with a copy of the engine
	$(PACKAGES) annotated_edition.commands.new $(FOLDER)

edition: $(VENV)/site ## register the edition that mkdocs.yml names, and write what it changes into docs/changes.md
	$(PACKAGES) annotated_edition.commands.register

freeze: $(VENV)/site ## build the edition that this commit is tagged as, and keep it for good on the branch editions
	FORMATS=true $(PACKAGES) annotated_edition.commands.freeze $(BRANCH)

texts: BABEL := $(VENV)/bin/pybabel --quiet
texts: $(VENV)/site ## bring the texts of the interface up to date in overrides/locales (LANGUAGE=fr: begin in French)
	@case "$(LANGUAGE)" in *[!abcdefghijklmnopqrstuvwxyz]*) \
		echo "LANGUAGE=$(LANGUAGE): is no language; write its small letters alone, as in LANGUAGE=fr" >&2; exit 1; esac
	@mkdir -p .cache
	@$(BABEL) extract --mapping-file overrides/locales/babel.toml --no-wrap --sort-by-file --add-location file \
		--omit-header --output-file .cache/texts.pot overrides
	@for catalog in $(sort $(wildcard overrides/locales/*.po) $(LANGUAGE:%=overrides/locales/%.po)); do \
		$(BABEL) update --init-missing --locale $$(basename $$catalog .po) --no-wrap --no-fuzzy-matching \
			--ignore-obsolete --ignore-pot-creation-date --input-file .cache/texts.pot --output-file $$catalog || exit; \
		echo "$$catalog is up to date"; \
	done

clean: ## remove all that these commands made
	rm -rf $(VENV) .cache site release edition.zip
	find $(wildcard overrides tests next) -name __pycache__ -prune -exec rm -rf {} +

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

# What works on the engine, and needs the tests; an edition that `make new` lays out has neither.
-include tests/checks.mk
