<?php
// A site for this run only. All other settings are WordPress's defaults.
define('DB_NAME', 'shop');
define('DB_USER', 'shop');
define('DB_PASSWORD', 'for-this-run-only');
define('DB_HOST', 'localhost:' . getenv('SHOP_SOCKET'));
define('WP_HOME', getenv('SHOP_ORIGIN'));
define('WP_SITEURL', getenv('SHOP_ORIGIN'));
define('WP_DEFAULT_THEME', 'shop');
// WordPress must not call other servers.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
  define("{$name}_KEY", "for-this-run-only-$name-key");
  define("{$name}_SALT", "for-this-run-only-$name-salt");
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
  define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
