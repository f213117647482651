#!/usr/bin/env bash
# Installs Django with allauth and Rails with Devise, which Debian packages. `rails` itself is not among them: it wants
# Debian's Node.js beside it.
set -euo pipefail

packages=(python3-django python3-django-allauth ruby-devise ruby-activerecord ruby-sqlite3 ruby-webrick)

exec "$(dirname "$0")/install-packages.sh" "${packages[@]}"
