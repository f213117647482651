// What the script of a server-rendered page has to import, in this order.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../../src/define.js';
