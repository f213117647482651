import '../demo.test.mjs';
import '../demo-in-arabic.test.mjs';
