<?php
// Tells who is signed in, for `session-url`: /wp-admin/admin-ajax.php?action=session
function shop_session() {
  $user = wp_get_current_user();
  wp_send_json(['user' => $user->exists() ? $user->user_login : null]);
}
add_action('wp_ajax_session', 'shop_session');
add_action('wp_ajax_nopriv_session', 'shop_session');
