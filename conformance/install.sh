#!/usr/bin/env bash
# Installs the vendors' packages and Vendure at the same time, because both are large; then Debian's packages.
set -euo pipefail
here="$(dirname "$0")"

npm ci --prefix "$here/servers/vendure" &
vendure=$!
npm ci --prefix "$here"
wait "$vendure"
"$here/install-debian.sh"
