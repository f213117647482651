<?php
// Installs WordPress into its empty database, as its own form does, and creates a shopper. Run it in the site's folder.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SHOP_ORIGIN'), PHP_URL_HOST);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

// No mail must leave.
add_filter('pre_wp_mail', '__return_true');
wp_install('Shop', 'admin', 'admin@example.com', false, '', 'for-this-run-only');
wp_create_user('nora', 'for-this-run-only', 'nora@example.com');
// Most sites have such addresses.
update_option('permalink_structure', '/%postname%/');
