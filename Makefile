# The commands the README names. Debug builds: the release build is for packages and benchmarks.
SHELL := /bin/bash
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SOURCES := Package.swift Sources Tests
BUILD_PACKAGES := libcurl4-openssl-dev libsqlite3-dev libssl-dev libgd-dev zlib1g-dev

# Where make install puts things: Debian's folders, below DESTDIR.
DESTDIR ?=
BINARY ?= .build/release/helplink
SHARE := $(DESTDIR)/usr/share/helplink
DOC := $(DESTDIR)/usr/share/doc/helplink
UNITS := $(DESTDIR)/usr/lib/systemd/system

.PHONY: demo test check lint libraries bench fuzz sanitize install

## A whole network on this machine, in the browser.
demo: libraries
	swift build --product helplink
	.build/debug/helplink demo

# So many tests at once. Without a bound all start together, and each waits for its turn until its time is up.
TESTS_AT_ONCE ?= 6

## Everything that needs no mail server.
test: libraries
	swift build --build-tests
	swift test --skip-build --experimental-maximum-parallelization-width $(TESTS_AT_ONCE)

check: lint test

# What the same job is measured beside: a folder with Django's way of doing it, where there is one.
PEER ?= $(wildcard ../shared/peers/django)
RUNS ?= 5
BENCH ?=

## Measures the release build beside smtp-source, SQLite, nginx and the peer: one table, medians of runs that take turns.
bench: libraries
	@for program in smtp-source nginx wrk curl; do PATH=$$PATH:/usr/sbin command -v $$program >/dev/null || \
	  { echo "make bench needs $$program: apt install postfix nginx-light wrk curl" >&2; exit 1; }; done
	swift build -c release --static-swift-stdlib --product helplink
	swift build -c release --product Benchmarks
	PATH=$$PATH:/usr/sbin .build/release/Benchmarks --binary $(CURDIR)/.build/release/helplink --runs $(RUNS) \
	  $(if $(PEER),--peer $(abspath $(PEER)) --members $(abspath $(PEER))/make_practitioners.py) $(BENCH)

SECONDS_EACH ?= 600

## Changes real input at random for ten minutes a kind, and prints how many values each kind was given.
fuzz: libraries
	swift build --build-tests
	HELPLINK_FUZZ_SECONDS=$(SECONDS_EACH) swift test --skip-build --no-parallel --filter FuzzTests

## The tests under the thread sanitizer, then under the address sanitizer. Slow: an hour and more on two cores, with what
## they take to build as much again. Leaks are not asked for: Swift marks the cases of an enum in the upper bits of the address
## that it holds, where nothing looks for one (measured: 500 of 1,000 objects in a global array of such cases are called lost).
## Memory that grows is what the bench measures.
sanitize: libraries
	swift build --build-tests --sanitize=thread --scratch-path .build-thread
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp \
	  swift test --skip-build --no-parallel --sanitize=thread --scratch-path .build-thread --skip EndToEndTests
	swift build --build-tests --sanitize=address --scratch-path .build-address
	ASAN_OPTIONS=detect_leaks=0 \
	  swift test --skip-build --no-parallel --disable-xctest --sanitize=address --scratch-path .build-address --skip EndToEndTests

## The program, its data and its units. The release binary is built when there is none; a configuration that is there stays.
install: $(BINARY)
	install -D -m 755 $(BINARY) $(DESTDIR)/usr/bin/helplink
	install -d $(SHARE) $(DOC)
	cp -r --no-preserve=mode,ownership mail-templates schedules data $(SHARE)
	install -D -m 644 -t $(UNITS) systemd/helplink.service systemd/helplink.socket
	install -D -m 644 systemd/sysusers.d/helplink.conf $(DESTDIR)/usr/lib/sysusers.d/helplink.conf
	install -D -m 644 systemd/tmpfiles.d/helplink.conf $(DESTDIR)/usr/lib/tmpfiles.d/helplink.conf
	install -D -m 644 -t $(DOC) README.md LICENSE NOTICE systemd/helplink.yaml
	[ -e $(DESTDIR)/etc/helplink/helplink.yaml ] || \
	  install -D -m 640 systemd/helplink.yaml $(DESTDIR)/etc/helplink/helplink.yaml

.build/release/helplink: | libraries
	swift build -c release --static-swift-stdlib --product helplink

lint:
	swift format lint --strict --recursive $(SOURCES)

libraries:
	@present=$$(dpkg-query -W -f '$${db:Status-Abbrev}\t$${Package}\n' $(BUILD_PACKAGES) 2>/dev/null | grep -c '^ii' || true); \
	if [ "$$present" -lt $(words $(BUILD_PACKAGES)) ]; then \
	  echo "Installing $(BUILD_PACKAGES)$(if $(SUDO), through sudo)"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BUILD_PACKAGES); \
	fi
