#!/usr/bin/env bash
# Installs the vendors' packages and, at the same time, Vendure's tree, which is as large; then what Debian packages.
set -euo pipefail
here="$(dirname "$0")"

npm ci --prefix "$here/servers/vendure" &
vendure=$!
npm ci --prefix "$here"
wait "$vendure"
"$here/install-debian.sh"
