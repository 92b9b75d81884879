# The commands the README names. Debug builds: the release build is for packages and benchmarks.
SHELL := /bin/bash
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
SOURCES := Package.swift Sources Tests
BUILD_PACKAGES := libcurl4-openssl-dev libsqlite3-dev libssl-dev

.PHONY: demo test check lint libraries

## A whole network on this machine, in the browser.
demo: libraries
	swift build --product helplink
	.build/debug/helplink demo

## Everything that needs no mail server.
test: libraries
	swift build --build-tests
	swift test --skip-build

check: lint test

lint:
	swift format lint --strict --recursive $(SOURCES)

libraries:
	@present=$$(dpkg-query -W -f '$${db:Status-Abbrev}\t$${Package}\n' $(BUILD_PACKAGES) 2>/dev/null | grep -c '^ii' || true); \
	if [ "$$present" -lt $(words $(BUILD_PACKAGES)) ]; then \
	  echo "Installing $(BUILD_PACKAGES)$(if $(SUDO), through sudo)"; \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(BUILD_PACKAGES); \
	fi
