#!/bin/sh
# Installs what the job needs into .venv, builds pressmark, and runs check.py: a small cluster that is broken on the way.
set -e
cd "$(dirname "$0")"
[ -d .venv ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
cargo build --quiet --locked --release --bin pressmark
exec .venv/bin/python check.py "$@"
