#!/usr/bin/env bash
# Installs PostgreSQL for Medusa, and WordPress with MariaDB and PHP, which Debian packages. No web server is started:
# PHP brings one, and what stands for Debian's own here (micro-httpd) runs only when somebody calls it.
set -euo pipefail

packages=(postgresql wordpress mariadb-server-core mariadb-client-core micro-httpd php php8.2-cgi php-cli php-mysql)

exec "$(dirname "$0")/../install-packages.sh" "${packages[@]}"
