# make demo     talk to the CRM over the demo company (installs missing system packages, builds, opens the REPL)
# make test     all tests and transcripts
# make lint     formatting, strictly
# make bench    benchmarks: a table of what they measured (needs python3)
# make install  PREFIX=/usr/local DESTDIR=
# make clean

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE := -c release --product rapport --static-swift-stdlib
BINARY := .build/release/rapport
PACKAGES := libsqlite3-dev libreadline-dev

.PHONY: all build demo test lint bench install uninstall clean system-packages

all: build

build: system-packages
	$(SWIFT) build $(RELEASE)

demo: build
	@$(BINARY) chat --demo

test: build
	$(SWIFT) test
	$(BINARY) transcripts transcripts

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

bench: build
	$(SWIFT) build -c release --product measure --static-swift-stdlib
	@python3 Benchmarks/run.py --rapport $(BINARY)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/doc/rapport"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/rapport"
	install -m 644 LICENSE "$(DESTDIR)$(PREFIX)/share/doc/rapport/LICENSE"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/rapport"
	rm -rf "$(DESTDIR)$(PREFIX)/share/doc/rapport"

clean:
	$(SWIFT) package clean

# The libraries that the build needs from the system, and the Swift toolchain itself, which is not installed here.
system-packages:
	@command -v $(SWIFT) >/dev/null || { echo "Rapport needs a Swift toolchain, 6.2 or newer: https://www.swift.org/install" >&2; exit 1; }
	@if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then \
	  missing=; \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q "install ok installed" || missing="$$missing $$package"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    echo "Installing what is missing:$$missing"; \
	    if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	    $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q $$missing; \
	  fi; \
	elif [ ! -e /usr/include/sqlite3.h ] || [ ! -e /usr/include/readline/readline.h ]; then \
	  echo "Rapport needs the development files of SQLite 3 and GNU readline; install them with your system's package manager" >&2; \
	  echo "(Debian and Ubuntu: $(PACKAGES); Fedora: sqlite-devel readline-devel; Arch: sqlite readline)." >&2; \
	  exit 1; \
	fi
