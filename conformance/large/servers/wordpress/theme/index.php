<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Shop</title>
  <link rel="icon" href="data:,">
  <meta name="logout-url" content="<?php echo wp_logout_url( home_url() ); ?>">
  <meta name="plain-logout-url" content="<?php echo wp_logout_url(); ?>">
  <body>
    <script src="/dist/store-logout.bundle.js" type="module"></script>
    <?php if ( isset( $_GET['theme'] ) ) : ?>
      <store-logout platform="custom" mode="navigate" base-url="<?php echo wp_logout_url( home_url() ); ?>"></store-logout>
    <?php endif; ?>
  </body>
</html>
