// What the script of a server-rendered page has to import, in this order; as built, like what the server has rendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../../dist/define.js';
