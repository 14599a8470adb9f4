# make review   set everything up, read seeds/, open the review of the first article
# make test     set everything up, run every check
# make soak     run every test, those that take long as well, with many more random cases
# make bench    measure what has a goal, and write docs/benchmarks.md: minutes, on an idle machine
# make audit    ask PyPI whether anything that is installed has a known weakness
# make docs     write the parts of the documentation that derive from the code

PYTHON ?= python3
BIN := .venv/bin
system := chromium libpango-1.0-0 libpangoft2-1.0-0 strace

# the tests start hundreds of programs, each of which would be compiled anew
export PYTHONDONTWRITEBYTECODE :=

# uv where it is installed, plain venv and pip elsewhere
UV := $(shell command -v uv 2>/dev/null)
ifdef UV
create = uv venv --quiet --clear --python '>=3.11' .venv
install = uv pip install --quiet --compile-bytecode --python $(BIN)/python
else
create = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer: make PYTHON=/path/to/python3")' \
	&& $(PYTHON) -m venv --clear .venv
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: review test soak bench audit docs
.DELETE_ON_ERROR:

review: .venv/installed
	@$(BIN)/factcheck review seeds

test: .venv/installed-dev .venv/installed-system
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 6 --dist worksteal --quiet

soak: .venv/installed-dev .venv/installed-system
	$(BIN)/pytest --numprocesses 4 --quiet --hypothesis-profile soak -m "soak or not soak"

bench: .venv/installed-dev
	$(BIN)/python -m bench --write docs

audit: .venv/installed-dev
	$(install) pip-audit
	$(BIN)/pip-audit --skip-editable

docs: .venv/installed-dev
	$(BIN)/python -m docs.refresh

# what Debian has and PyPI has not: a browser to look at the HTML report with, Pango, with which
# WeasyPrint sets type, and strace, which shows what reaches the disk; where they cannot be installed,
# those tests are skipped and say so
.venv/installed-system: | $(BIN)/python
	@dpkg -s $(system) >/dev/null 2>&1 || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
		|| { apt-get -qq update && apt-get -qq install -y --no-install-recommends $(system); } \
		>/dev/null 2>&1 || echo "no $(system): tests that need them are skipped"
	@touch $@

$(BIN)/python:
	$(create)

.venv/installed: pyproject.toml | $(BIN)/python
	$(install) --editable '.[web,documents]'
	$(BIN)/python -m compileall -q factcheck
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/python
	$(install) --editable '.[dev]'
	$(BIN)/python -m compileall -q factcheck
	@touch $@ .venv/installed
