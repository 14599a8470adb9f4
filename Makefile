# make review   set everything up, read seeds/, open the review of the first article
# make test     set everything up, run every check
# make soak     run every test, those that take long as well, with many more random cases
# make docs     write the parts of the documentation that derive from the code

PYTHON ?= python3
BIN := .venv/bin

# uv where it is installed, plain venv and pip elsewhere
UV := $(shell command -v uv 2>/dev/null)
ifdef UV
create = uv venv --quiet --clear --python '>=3.11' .venv
install = uv pip install --quiet --python $(BIN)/python
else
create = $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer: make PYTHON=/path/to/python3")' \
	&& $(PYTHON) -m venv --clear .venv
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: review test soak docs
.DELETE_ON_ERROR:

review: .venv/installed
	@$(BIN)/factcheck review seeds

test: .venv/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses 4 --quiet

soak: .venv/installed-dev
	$(BIN)/pytest --numprocesses 4 --quiet --hypothesis-profile soak -m "soak or not soak"

docs: .venv/installed-dev
	$(BIN)/python -m docs.refresh

$(BIN)/python:
	$(create)

.venv/installed: pyproject.toml | $(BIN)/python
	$(install) --editable '.[web,documents]'
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/python
	$(install) --editable '.[dev]'
	@touch $@ .venv/installed
