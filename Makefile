# make run      which sub-indicators move Đắk Nông's rank of 2017, and targets to 2020
# make test     build and run every test
# make lint     check the formatting
# make format   rewrite the formatting
# make build    the release program only; CONFIGURATION=debug: the one that the tests have built
# make example  build the programs of examples/library, and compare what they print with its page
# make documentation  the library's documentation, as a site in .build/documentation
# make bench    times and memory against peers, and at the end one table of medians and ratios
# make bench-check  count the instructions of kernels; fail where one needs over 5 % more than recorded
# make bench-record  record the counts that bench-check compares with
# make fuzz     throw random inputs at every parser, SECONDS=60 at each; PARSERS="CSV Plan" at some
# make sanitize  every test under the address sanitizer, then under the thread sanitizer
# make coverage  every test, and which lines of Sources they do not run; fails below 90 % of all
# make offline  commands in an empty network namespace, with every socket watched
# make notebooks  run the notebooks and keep their output
# make notebooks-check  run them in a copy; fail where one fails or prints something else
# make data     rebuild every datasets/*/data.csv that is read from workbooks, from WORKBOOKS=folder
# make install  put program, figures, manual and completions under PREFIX (/usr/local)
# make dist     a tarball with the program, its figures and manual, for a bare Debian
# make deb      a Debian package
# make wheel    a wheel for pip: the program as functions that answer with pandas frames
# make python-test  try the wheel, without Swift once it is there
# make deps     install the Debian packages that are missing

SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
	Fuzzing/Package.swift Fuzzing/Sources examples/library

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

# The one list of Debian packages; Package.swift names the same ones as providers.
PACKAGES := libopenblas-dev liblapacke-dev libsqlite3-dev libzip-dev libexpat1-dev \
	libxlsxwriter-dev libreadstat-dev libmd-dev coinor-libcbc-dev libboost-math-dev pkg-config
NOTEBOOK_PACKAGES := python3-nbclient python3-ipykernel python3-pandas python3-matplotlib
YEARS_OF_WORKBOOKS := $(shell seq 2005 2019)
BENCH_PACKAGES := python3 python3-venv
COUNT_PACKAGES := python3 valgrind binutils

BUILD_FLAGS := --explicit-target-dependency-import-check error
# CI tries notebooks and wheel with the debug program, whose libraries are optimised too: a release build
# would take it minutes more.
CONFIGURATION ?= release
PROGRAM := .build/$(CONFIGURATION)/minhbach
PREFIX ?= /usr/local
ROOT = $(DESTDIR)$(PREFIX)
DISTRIBUTION := $(if $(filter debug,$(CONFIGURATION)),.build/debug/distribution,.build/distribution)
VERSION = $(shell $(PROGRAM) --version | cut -d' ' -f1)
# Nothing where the sources are not a checkout; a plus where they differ from the commit.
COMMIT := $(shell git describe --always --abbrev=12 --exclude '*' --dirty=+ 2>/dev/null)
SECONDS ?= 60
PROVINCE := Đắk Nông
SUBINDICES := pci entry_costs land_access transparency time_costs informal_charges implementation \
	policy_bias proactivity business_support labor_training legal_institutions infrastructure \
	information_technology

# Installs what is missing of the packages named, as root or through sudo.
define install
	@missing=(); for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	    || missing+=($$package); \
	done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}" >&2; \
	  as_root=(); if [ "$$(id -u)" -ne 0 ]; then \
	    command -v sudo >/dev/null \
	      || { echo "as root, run: apt-get install $${missing[*]}" >&2; exit 1; }; \
	    as_root=(sudo); fi; \
	  "$${as_root[@]}" apt-get update -qq; \
	  "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi
endef

.PHONY: run test lint format build build-debug build-release example documentation bench bench-program bench-check \
	bench-record fuzz sanitize coverage offline notebooks notebooks-check data install dist deb wheel python-test deps clean

run: build
	@mkdir -p out
	@$(PROGRAM) sensitivity "$(PROVINCE)" --year 2017
	@echo
	@$(PROGRAM) target "$(PROVINCE)" --year 2017 --rank 40 --by 2020
	@$(PROGRAM) sensitivity "$(PROVINCE)" --year 2017 --quiet --output out/sensitivity.csv
	@$(PROGRAM) target "$(PROVINCE)" --year 2017 --rank 40 --by 2020 --quiet \
	  --output out/target.csv
	@echo
	@echo "written: out/sensitivity.csv out/target.csv"

test: deps
	@swift build --build-tests $(BUILD_FLAGS)
	@swift test --skip-build --parallel --xunit-output .build/tests.xml

lint:
	@swift format lint --strict --recursive --parallel $(SWIFT_FILES)

format:
	@swift format --in-place --recursive --parallel $(SWIFT_FILES)

build: build-$(CONFIGURATION)

# As the tests build it, so that nothing is built twice.
build-debug: deps
	@swift build --product minhbach $(BUILD_FLAGS)

# The commit is told through the manifest, which is read anew when the commit is another one.
build-release: deps
	@mkdir -p .build; told="$$(cat .build/commit 2>/dev/null || true)"; \
	if [ "$$told" != "$(COMMIT)" ]; then touch Package.swift; echo "$(COMMIT)" >.build/commit; fi
	@MINHBACH_COMMIT="$(COMMIT)" swift build -c release --product minhbach \
	  --static-swift-stdlib --manifest-cache none $(BUILD_FLAGS)

# A package outside of this one resolves the product and builds; the scratch path is shared, so that only it is compiled.
example: deps
	$(call install,python3)
	@python3 examples/library/try.py

documentation: deps
	$(call install,python3)
	@swift build --target MinhBachKit $(BUILD_FLAGS)
	@python3 Packaging/documentation.py .build/debug .build/documentation

# Each script installs its peers from PyPI into an environment of its own, where they are absent.
bench: build bench-program
	$(call install,$(BENCH_PACKAGES))
	@rm -rf .build/bench
	@python3 Benchmarks/startup.py
	@echo
	@python3 Benchmarks/documents.py
	@echo
	@python3 Benchmarks/long_table.py
	@echo
	@python3 Benchmarks/composite.py
	@echo
	@python3 Benchmarks/regression.py
	@echo
	@python3 Benchmarks/ranks.py
	@echo
	@python3 Benchmarks/sensitivity.py
	@echo
	@python3 Benchmarks/goals.py
	@echo
	@python3 Benchmarks/workbooks.py "$(WORKBOOKS)"
	@echo
	@python3 Benchmarks/table.py

bench-program: deps
	@swift build -c release --package-path Benchmarks --product bench --static-swift-stdlib

bench-check: bench-program
	$(call install,$(COUNT_PACKAGES))
	@python3 Benchmarks/instructions.py $(KERNELS)

bench-record: bench-program
	$(call install,$(COUNT_PACKAGES))
	@python3 Benchmarks/instructions.py --record

notebooks: build
	$(call install,$(NOTEBOOK_PACKAGES))
	@PATH="$(CURDIR)/$(dir $(PROGRAM)):$$PATH" /usr/bin/python3 notebooks/run.py

notebooks-check: build
	$(call install,$(NOTEBOOK_PACKAGES))
	@PATH="$(CURDIR)/$(dir $(PROGRAM)):$$PATH" /usr/bin/python3 notebooks/run.py --check

# What is new goes into .build/fuzzing/corpus, an input that fails into .build/fuzzing/found. The
# manifest is touched, since files new to a package that is depended on are not noticed otherwise.
fuzz: deps
	@touch Package.swift
	@swift build -c release --package-path Fuzzing --scratch-path .build/fuzzing \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld -Xswiftc -enable-testing
	@Fuzzing/run.sh $(SECONDS) $(PARSERS)

sanitize: deps
	@Tests/Sanitizers/run.sh $(SANITIZERS)

# In a folder of its own, since everything is built otherwise.
COVERAGE := .build/coverage
coverage: deps
	@swift build --build-tests --enable-code-coverage --scratch-path $(COVERAGE)
	@rm -rf $(COVERAGE)/debug/codecov
	@swift test --skip-build --enable-code-coverage --scratch-path $(COVERAGE) --parallel \
	  >$(COVERAGE)/log 2>&1 || { grep '✘' $(COVERAGE)/log; exit 1; }
	@python3 Tests/coverage.py $(COVERAGE) 90

offline: build
	$(call install,strace)
	@Tests/offline.sh $(PROGRAM)

data: build
	@test -n "$(WORKBOOKS)" || { echo "name the folder: make data WORKBOOKS=folder" >&2; exit 1; }
	@scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; store="$$scratch/pci.sqlite"; \
	$(PROGRAM) ingest "$(WORKBOOKS)"/PCI_20[01][0-9].xls* --store "$$store" --quiet \
	  --output "$$scratch/ingest.csv"; \
	for part in $(SUBINDICES); do \
	  $(PROGRAM) export --store "$$store" --subindex $$part --output datasets/$$part/data.csv; \
	done; \
	$(PROGRAM) ingest datasets/scores/later.csv --store "$$store" --quiet \
	  --output "$$scratch/later.csv"; \
	$(PROGRAM) export --store "$$store" --subindex scores --output datasets/scores/data.csv; \
	$(PROGRAM) calibrate --all --quiet --output datasets/calibration/data.csv; \
	for year in $(YEARS_OF_WORKBOOKS); do \
	  $(PROGRAM) respondents --year $$year --quiet --format csv \
	    --output datasets/respondents/estimates/$$year.csv; \
	done

install: build
	@install -d "$(ROOT)/bin" "$(ROOT)/share/minhbach" "$(ROOT)/share/man/man1" \
	  "$(ROOT)/share/bash-completion/completions" "$(ROOT)/share/zsh/site-functions" \
	  "$(ROOT)/share/fish/vendor_completions.d"
	@install -s $(PROGRAM) "$(ROOT)/bin/minhbach"
	@cp -r datasets/. "$(ROOT)/share/minhbach"
	@$(PROGRAM) --generate-completion-script bash \
	  >"$(ROOT)/share/bash-completion/completions/minhbach"
	@$(PROGRAM) --generate-completion-script zsh >"$(ROOT)/share/zsh/site-functions/_minhbach"
	@$(PROGRAM) --generate-completion-script fish \
	  >"$(ROOT)/share/fish/vendor_completions.d/minhbach.fish"
	@$(PROGRAM) --generate-manual | awk -v folder="$(ROOT)/share/man/man1" '/^\.TH / { \
	  split($$0, part, "\""); name = tolower(part[2]); gsub(/\\/, "", name); \
	  close(file); file = folder "/" name ".1"; printf "" >file } { print >>file }'

# A tarball that runs from wherever it is unpacked; README.txt tells which packages it needs.
dist: build
	@Packaging/dist.sh "$(VERSION)" "$(DISTRIBUTION)"

# A Debian package, its dependencies found by dpkg-shlibdeps.
deb: build
	$(call install,dpkg-dev)
	@Packaging/deb.sh "$(VERSION)" "$(DISTRIBUTION)"

# It carries the stripped program and the figures; the version is the program's.
wheel: build
	$(call install,dpkg-dev python3-venv)
	@python/wheel.sh "$(VERSION)" "$(DISTRIBUTION)"

# In an environment of its own: the wheel as pip installs it, its tests, its types, its lint.
python-test:
	@test -e "$$(echo $(DISTRIBUTION)/minhbach-*.whl)" || $(MAKE) --no-print-directory wheel
	@python/try.sh "$(DISTRIBUTION)"

deps:
	$(call install,$(PACKAGES))

clean:
	@rm -rf .build out
