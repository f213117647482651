#!/usr/bin/env bash
# Installs PostgreSQL for Medusa, and WordPress with MariaDB and PHP, which Debian packages. No web server is started:
# PHP brings one, and what stands for Debian's own here (micro-httpd) runs only when somebody calls it.
set -euo pipefail

packages=(postgresql wordpress mariadb-server-core mariadb-client-core micro-httpd php php8.2-cgi php-cli php-mysql)

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
