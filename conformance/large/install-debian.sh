#!/usr/bin/env bash
# Installs Debian's PostgreSQL for Medusa, and WordPress with MariaDB and PHP. PHP brings its own web server.
# Debian's WordPress also depends on a web server: micro-httpd is one that runs only when somebody calls it.
set -euo pipefail

packages=(postgresql wordpress mariadb-server-core mariadb-client-core micro-httpd php php8.2-cgi php-cli php-mysql)

exec "$(dirname "$0")/../install-packages.sh" "${packages[@]}"
