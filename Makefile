# `make run` opens the reader on the sample library, `make test` proves the whole project.
# Both set everything up on a fresh machine first.

SHELL = /bin/sh
BIN = .venv/bin
SAMPLE = build/sample-library
WORKERS ?= 2

.PHONY: help run test setup format lint types imports tests wheel coverage lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z][a-z0-9.-]*\):[^#]*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: .venv/ready ## make the virtual environment .venv
	@echo "The program is ready in .venv/bin/briefing." >&2

.venv/ready: packaging/requirements-dev.txt pyproject.toml packaging/setup.sh
	@echo "Setting up .venv; the first time takes a minute or two." >&2
	@PYTHON="$(PYTHON)" sh packaging/setup.sh

run: .venv/ready ## open the reader on the sample library
	@$(BIN)/python -m briefing.screen
	@$(MAKE) --no-print-directory $(SAMPLE)/made
	@$(BIN)/briefing --library $(SAMPLE)

$(SAMPLE)/made: $(wildcard resources/sample/*)
	@rm -rf $(SAMPLE)
	@$(BIN)/briefing --library $(SAMPLE) import resources/sample >&2
	@touch $@

test: .venv/ready ## check format, lint, types, import rules, tests and the wheel
	@$(BIN)/python -m briefing.screen --offscreen
	@$(MAKE) --no-print-directory lint types imports tests wheel

format: .venv/ready ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/ready
	$(BIN)/mypy

imports: .venv/ready
	$(BIN)/lint-imports

tests: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n $(WORKERS) -m "not wheel"

wheel: .venv/ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -m wheel

coverage: .venv/ready ## show which branches no test takes
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n $(WORKERS) -m "not wheel" --cov --cov-report=term-missing:skip-covered

lock: .venv/ready ## renew the hashed requirements after pyproject.toml changed
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --generate-hashes --no-header --no-annotate --quiet --python-version 3.11 --universal \
		pyproject.toml --extra model -o packaging/requirements.txt
	$(BIN)/uv pip compile --generate-hashes --no-header --no-annotate --quiet --python-version 3.11 --universal \
		pyproject.toml --extra model --extra dev -c packaging/requirements.txt -o packaging/requirements-dev.txt

clean: ## remove what was made; libraries of yours are elsewhere and stay
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*
	find briefing tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: soak
soak: .venv/ready ## kill, fill, damage and crowd the library for hours; ONLY="import full" for some
	@$(BIN)/python -W ignore -m tests.soak $(if $(ONLY),--only $(ONLY)) $(if $(ROUNDS),--rounds $(ROUNDS))

.PHONY: frozen deb
frozen: .venv/ready ## make the program as one folder that needs no Python
	@sh packaging/freeze.sh

deb: .venv/ready ## make a Debian package of the frozen program
	@sh packaging/deb.sh

.PHONY: pictures try-deb fresh
pictures: .venv/ready ## take the pictures of the manual and the README from the real window
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -W ignore packaging/screenshots.py

try-deb: ## install, use and remove the Debian package, as root; in the Debian unpacked in ROOT=
	@sh packaging/try_deb.sh $(ROOT)

fresh: ## set up and test where there is nothing: no home, no caches, no fonts, an odd path
	@sh .ci/fresh

BENCH ?= 10k
.PHONY: bench bench-window search-with-whoosh-2.7.4
bench: .venv/ready ## measure the search beside tantivy, FTS5 and stock Whoosh; BENCH=1k, 10k or 100k
	@$(BIN)/python -m tests.benchmarks.search --size $(BENCH) $(if $(BENCH_CORPUS),--corpus "$(BENCH_CORPUS)") $(if $(BENCH_JSON),--json "$(BENCH_JSON)")

bench-window: .venv/ready ## measure the window: its start beside other programs, keys, articles, scrolling, memory
	@$(BIN)/python -m tests.benchmarks.start $(if $(NOVELWRITER),--novelwriter "$(NOVELWRITER)")
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.window

OLD = build/whoosh-2.7.4
search-with-whoosh-2.7.4: .venv/ready ## run the tests of the search with the Whoosh of 2016, in an environment of its own
	@test -x $(OLD)/bin/python || $(BIN)/python -m venv $(OLD)
	@$(OLD)/bin/python -m pip install --quiet whoosh==2.7.4 \
		$$($(BIN)/python -m pip freeze | grep -iE '^(numpy|pystemmer|rapidfuzz|hypothesis|pytest|pytest-timeout)==')
	@$(OLD)/bin/python -m pytest -q tests/search -c tests/search/whoosh-2.7.4.ini --rootdir .

.PHONY: golden
golden: .venv/ready ## write the golden files of the exports anew, from the sample library
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.export.renew
