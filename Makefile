# make run      which sub-indicators move Đắk Nông's rank of 2017, and targets to 2020
# make test     build and run every test
# make lint     check the formatting
# make format   rewrite the formatting
# make build    the release program only
# make bench    times against a peer, as ratios
# make data     rebuild datasets/transparency/data.csv from WORKBOOKS=folder
# make deps     install the Debian packages that are missing

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

# The one list of Debian packages; Package.swift names the same ones as providers.
PACKAGES := libopenblas-dev liblapacke-dev libsqlite3-dev libzip-dev libexpat1-dev \
	libxlsxwriter-dev pkg-config

BUILD_FLAGS := --explicit-target-dependency-import-check error
PROGRAM := .build/release/minhbach

.PHONY: run test lint format build bench data deps clean

deps:
	@missing=(); for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing+=($$package); \
	done; \
	[ $${#missing[@]} -eq 0 ] && exit 0; \
	echo "installing: $${missing[*]}" >&2; \
	as_root=(); if [ "$$(id -u)" -ne 0 ]; then \
	  command -v sudo >/dev/null || { echo "as root, run: apt-get install $${missing[*]}" >&2; exit 1; }; \
	  as_root=(sudo); fi; \
	"$${as_root[@]}" apt-get update -qq; \
	"$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null

build: deps
	@swift build -c release --product minhbach $(BUILD_FLAGS)
