#!/usr/bin/env bash
# Installs Debian's Django with allauth and Rails with Devise. The package `rails` is not among them: it would bring
# Debian's Node.js.
set -euo pipefail

packages=(python3-django python3-django-allauth ruby-devise ruby-activerecord ruby-sqlite3 ruby-webrick)

exec "$(dirname "$0")/install-packages.sh" "${packages[@]}"
