# Commands of this project; `make help` lists them. CI calls the same names.
# Plain enough for GNU make 3.81, which is what macOS ships.

SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
CETAK ?= true
LAMA ?= main
UV := $(shell command -v uv 2>/dev/null)
BIN := .venv/bin

# The day the site speaks of, in Jakarta's time. Written as a POSIX zone, so it needs no zone database.
AS_OF ?= $(shell TZ=WIB-7 date +%Y-%m-%d)
# One date for every built file: the newest commit's, or AS_OF where there is no git history (a downloaded archive).
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || $(PYTHON) -c 'import datetime as d; print(int(d.datetime.fromisoformat("$(AS_OF)T00:00:00+07:00").timestamp()))')
endif
# On GitHub the project's address on Pages, unless SITE_URL names another. A scheduled run is not told its repository's bare name.
ifdef GITHUB_REPOSITORY
SITE_URL := $(or $(SITE_URL),https://$(GITHUB_REPOSITORY_OWNER).github.io/$(notdir $(GITHUB_REPOSITORY))/)
export SITE_URL
endif
NO_MKDOCS_2_WARNING := 1
export AS_OF SOURCE_DATE_EPOCH NO_MKDOCS_2_WARNING

ifeq ($(UV),)
install := $(BIN)/python -m pip install --disable-pip-version-check
else
install := $(UV) pip install --python $(BIN)/python
endif
# Nothing enters the environment but wheels whose hashes are in the lock.
install_locked := $(install) --require-hashes --only-binary :all: --requirement
compile := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --only-binary :all: --python-version 3.11.5 \
	--custom-compile-command "make lock" --quiet $(if $(UPGRADE),--upgrade)

.PHONY: help serve build check isi lint test browser search tabel beda pratinjau validate bench build-properdocs build-zensical bench-cek bench-laman bench-search bench-indeks bench-parity bench-opensearch tambahan lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

# MkDocs sees content change; changed Python needs a fresh process, which watchmedo starts. A start that fails on
# faulty content is tried again, so that the page appears as soon as the fault is gone.
serve: .venv/.site .venv/.skrip ## Serve the site on this machine and reload on every change (PORT=8000)
	SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/watchmedo auto-restart --directory scripts --pattern '**/*.py' --recursive \
		--debounce-interval 0.5 --no-restart-on-command-exit -- sh -c 'until $(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT); \
		do echo "Not served yet: mend what is named above. Trying again in 5 seconds; Ctrl-C ends."; sleep 5; done'

build: .venv/.site .venv/.skrip ## Build the site into site/; an unfinished build never replaces it
	@CETAK=$(CETAK) $(BIN)/handbook build $(if $(BAWA),--lama "$(SITE_URL)") $(if $(GITHUB_RUN_ID),--jalan $(GITHUB_RUN_ID)-$(GITHUB_RUN_ATTEMPT))

check: .venv/.dev ## Check content, code and workflows
	$(BIN)/handbook check
	@$(MAKE) --no-print-directory lint

isi: .venv/.site ## Check content only, as a pull request is checked (on GitHub with notes on the faulty lines)
	$(BIN)/handbook check $(if $(GITHUB_ACTIONS),--format github)

lint: .venv/.dev ## Check code and workflows only
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --strict-collection --persona auditor --no-progress .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/*-*.yml

test: check browser ## Everything: check, then all tests, with a real browser
	REQUIRE_BROWSER=1 $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

browser: .venv/.dev ## Find a Chromium for the tests, or install one
	$(BIN)/python -m tests.browser

search: .venv/.site ## Search from the command line: make search q="boleh like postingan calon"
	@test -n "$$q" || { echo 'usage: make search q="your question"'; exit 2; }
	@$(BIN)/handbook search -- "$$q"

# The Nu validator needs Java; --no-save leaves nothing but build/vnu behind.
validate: build ## Check the built pages with the Nu HTML validator (needs Java and npm)
	npm install --silent --no-save --prefix build/vnu vnu-jar@26.9.27
	java -jar build/vnu/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html --format gnu site

tabel: .venv/.site ## Write the table of all answers anew, for reviewers (after rows of verdicts have changed)
	$(BIN)/handbook tabel tests/golden/putusan/tabel

beda: build/lama ## What changes for readers since a commit: make beda LAMA=main
	$(BIN)/handbook beda build/lama/docs $(if $(GITHUB_ACTIONS),--format github)

pratinjau: build/lama browser ## Pictures of the built pages that changed since a commit, in build/pratinjau: make pratinjau LAMA=main
	$(BIN)/python -m tests.pratinjau build/lama/docs site build/pratinjau

PAGES ?= 100 1000 10000
bench: .venv/.dev ## A fictional book of each size built whole: time, memory and output, into tests/bench/SKALA.md (PAGES="100 1000")
	$(BIN)/python -m tests.bench.skala $(PAGES)

# Two engines, the same bytes; the second environment has no mkdocs. See KELUAR.en.md.
build-properdocs: .venv/.dev ## Build the book with ProperDocs as well and compare the two sites byte by byte
	$(BIN)/python -m tests.keluar.properdocs build/keluar

build-zensical: .venv/.dev ## Try to build the book with Zensical from plain files; fails as long as Zensical cannot
	$(BIN)/python -m tests.keluar.zensical build/keluar

bench-cek: browser ## How long the self-check takes to answer on a slow phone
	$(BIN)/python -m tests.bench.cek

bench-laman: browser ## Lighthouse on the main types of page (RUNS=5; npm fetches it)
	$(BIN)/python -m tests.bench.laman

CORPUS ?= $(error CORPUS is the folder of regulations to measure with, see tests/bench/korpus.py)
SIZES ?= 0 100 1000 10000 50000
SECTIONS ?= 256 2600 26000 200000
bench-search: browser ## This search beside its peers: make bench-search CORPUS=folder SIZES="0 100" (0: this book) LANJUT=1
	$(BIN)/python -m tests.bench.cari $(CORPUS) $(SIZES)

bench-indeks: .venv/.dev ## What indexing and searching from the command line cost: make bench-indeks CORPUS=folder SECTIONS="2600"
	$(BIN)/python -m tests.bench.indeks $(CORPUS) $(SECTIONS)

bench-parity: browser ## The browser's ranking against Whoosh's on many pages: make bench-parity CORPUS=folder SIZES="1000"
	$(BIN)/python -m tests.bench.paritas $(CORPUS) $(SIZES)

LUCENE ?= /usr/share/java
bench-opensearch: .venv/.dev ## The export in the engine inside OpenSearch (Java; Debian's liblucene8-java, or LUCENE=folder of its jars)
	$(BIN)/python -m tests.bench.opensearch $(LUCENE)

# What only `handbook mcp` (programs ask the book) and `handbook impor` (workbooks) need.
tambahan: .venv/.site ## Install what handbook mcp and handbook impor of .xlsx need
	$(install_locked) requirements-tambahan.txt

lock: .venv/.dev ## Compile the locks from pyproject.toml (UPGRADE=1 takes newer releases)
	$(compile) --output-file requirements.txt
	$(compile) --group tambahan --constraint requirements.txt --output-file requirements-tambahan.txt
	$(compile) --group dev --constraint requirements-tambahan.txt --output-file requirements-dev.txt
	$(compile) --group malam --constraint requirements-dev.txt --output-file requirements-malam.txt
	$(compile) --group properdocs --no-emit-package mkdocs --constraint requirements.txt --output-file requirements-properdocs.txt

clean: ## Remove everything made here, except .venv
	rm -rf site build test-results .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis

# --- Watches and long runs: what `make test` has no time or no network for. malam.yml and jaga.yml run them; figures in tests/reliability/HASIL.md ---

.PHONY: verify penjaga setelan tautan audit rahasia uji-acak uji-atheris uji-cakupan uji-mutasi uji-beban
.PHONY: uji-bunuh uji-ulang uji-gangguan uji-fuzz

SITUS ?= $(SITE_URL)
verify: .venv/.site ## Compare a live site or a copy with the list of its files: make verify SITUS=https://… MANIFEST=terbitan.json
	$(BIN)/handbook verify "$(SITUS)" $(if $(MANIFEST),--manifest "$(MANIFEST)") $(if $(TUNGGU),--tunggu $(TUNGGU))

penjaga: .venv/.site ## Did a scheduled workflow run of late? make penjaga PENJAGA=malam.yml JAM=48 (GH_TOKEN, on GitHub)
	$(BIN)/python -m tests.reliability.penjaga $(PENJAGA) $(JAM)

setelan: .venv/.site ## Do the real rules of main still ask what .github/ruleset-main.json says? (GH_TOKEN, on GitHub)
	$(BIN)/python -m tests.reliability.setelan

tautan: .venv/.site ## Ask every address in docs/, politely, and name the dead ones (needs the network)
	$(BIN)/python -m tests.reliability.tautan

audit: .venv/.malam ## Known holes in what the locks pin (needs the network)
	$(BIN)/python -m tests.reliability.audit

rahasia: .venv/.malam ## Keys and tokens in any version of any file
	$(BIN)/python -m tests.reliability.rahasia

CONTOH ?= 20000
uji-acak: .venv/.dev ## The properties of the readers over many random files (CONTOH=20000 cases a property)
	$(BIN)/python -m tests.reliability.acak $(CONTOH)

DETIK ?= 60
uji-atheris: .venv/.malam ## Coverage-guided fuzzing of the readers, on Linux (DETIK=60 seconds a target)
	$(BIN)/python -m tests.reliability.fuzz $(DETIK)

uji-cakupan: .venv/.malam ## Which branches no test without a browser takes, in Python and in JavaScript
	$(BIN)/coverage run --branch --source=scripts/handbook --data-file=build/coverage -m pytest -q -m "not browser"
	$(BIN)/coverage report --data-file=build/coverage --show-missing --skip-covered
	node --test --experimental-test-coverage tests/web/node/*.test.mjs

SAMPLE ?= 0
uji-mutasi: .venv/.malam ## Does a test notice when checker, resolver or decoder is changed? (SAMPLE=300 draws so many changes)
	$(BIN)/python -m tests.reliability.mutasi $(SAMPLE)

READERS ?= 200
uji-beban: browser ## So many readers at once for a minute, and searches on a slow phone meanwhile (READERS=200)
	$(BIN)/python -m tests.reliability.beban $(READERS) 60

KILLS ?= 100
uji-bunuh: .venv/.dev ## Builds killed at random moments, and full or read-only disks (as root): the site stays whole (KILLS=100)
	$(BIN)/python -m tests.reliability.bunuh $(KILLS) 1

uji-ulang: .venv/.site ## Build in another place, order, zone, locale and day: the same site to the byte
	$(BIN)/python -m tests.reliability.ulang

PERTANYAAN ?= 20
uji-gangguan: browser ## Every kind of file broken in every way, in a browser: writes tests/reliability/GANGGUAN.md (PERTANYAAN=20)
	$(BIN)/python -m tests.reliability.gangguan tests/reliability/GANGGUAN.md $(PERTANYAAN)

RUNS ?= 1000000
uji-fuzz: ## A million spoiled shards in front of the search client (RUNS=1000000)
	node --disable-warning=MaxListenersExceededWarning --max-old-space-size=256 tests/reliability/fuzz.mjs $(RUNS) 1

# The content of another commit, to compare with: made anew each time.
.PHONY: build/lama
build/lama: .venv/.site
	rm -rf $@ && mkdir -p $@
	git archive $(LAMA) docs | tar -x -C $@

# --- The environment, all of it in .venv: .site is what content needs, .skrip bundles the scripts of pages, .dev checks and tests, .malam adds the nights ---

.venv/.malam: requirements-malam.txt | .venv/.dev
	$(install_locked) requirements-malam.txt
	@touch $@

.venv/.dev: requirements-dev.txt | .venv/.site .venv/.skrip
	$(install_locked) requirements-dev.txt
	@touch $@

.venv/.site: pyproject.toml .venv/.locked
	$(install) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.locked: requirements.txt | $(BIN)/python
	$(install_locked) requirements.txt
	@touch $@

# npm installs where package.json lies; the settings in .npmrc let nothing run that it installs.
.venv/.skrip: package.json package-lock.json .npmrc | $(BIN)/python
	@node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null || { \
		echo "Building the site needs Node 20 or newer with npm; here node is $$(node --version 2>/dev/null || echo missing)."; \
		echo "Install it from https://nodejs.org or with your system's packages."; exit 1; }
	@mkdir -p .venv/node
	cp package.json package-lock.json .npmrc .venv/node
	cd .venv/node && npm ci
	@touch $@

$(BIN)/python:
ifeq ($(UV),)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null || { \
		echo "This project needs Python 3.11.5 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo missing)."; \
		echo "Install a newer Python and name it, for example: make PYTHON=python3.12; or install uv."; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "$(PYTHON) cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
else
	$(UV) venv --python '>=3.11.5' .venv
endif
