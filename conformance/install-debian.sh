#!/usr/bin/env bash
# Installs Django with allauth and Rails with Devise, which Debian packages. `rails` itself is not among them: it wants
# Debian's Node.js beside it.
set -euo pipefail

packages=(python3-django python3-django-allauth ruby-devise ruby-activerecord ruby-sqlite3 ruby-webrick)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

are_installed() {
  local package
  for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || return 1
  done
}

are_installed && exit
as_root apt-get update
as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"
