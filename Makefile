# The two commands are `make demo` and `make test`; both set up what is missing and are safe to run again.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
# One set of flags for everything, so that nothing is built twice.
FLAGS := -c release -Xswiftc -enable-testing

.PHONY: demo test gate lint eval bench model build setup help

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## install the system packages that are missing
	@scripts/setup.sh

model: setup ## fetch and verify the encoder's files
	@scripts/model.sh

build: setup ## build the command
	@scripts/build.sh $(FLAGS)

demo: model build ## load three invented affairs, walk through them, serve the pages
	@.build/release/hearsay demo

test: model ## set up, build and run all tests, the pages' in a browser among them
	@scripts/build.sh --build-tests $(FLAGS)
	@python3 scripts/gate_test.py
	@python3 scripts/gate.py .build/release/hearsay
	@scripts/browser_test.sh
	@scripts/test.sh $(FLAGS)

gate: model build ## hold the command against the quality floors, where the gold data is
	@python3 scripts/gate.py .build/release/hearsay

lint: ## check the format of the sources
	@swift format lint --strict -r Sources Tests Package.swift
	@echo "lint: nothing found"

eval: model build ## score against the gold data
	@scripts/eval.sh .build/release/hearsay

bench: model build ## tokens per CPU-second, beside onnxruntime
	@scripts/bench.sh .build/release/hearsay
