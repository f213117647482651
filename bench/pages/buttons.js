/**
 * A custom element that is a button with a label.
 *
 * @typedef {object} Button
 * @property {string} id
 * @property {string} name
 * @property {string} markup
 * @property {string} [code]  registers the element; ours comes as its single file
 */

/** @type {Button} */
export const OURS = {
  id: 'ours',
  name: '`store-logout`',
  markup: '<store-logout platform="custom" base-url="/logout"></store-logout>',
};

const BARE = new URL('elements/bare-lit.js', import.meta.url).pathname;

/** @type {readonly Button[]} */
export const OTHERS = [
  {
    id: 'lit',
    name: 'a bare Lit button',
    markup: '<bare-button>Log out</bare-button>',
    code: `import '${BARE}';`,
  },
  {
    id: 'material',
    name: '`md-filled-button`',
    markup: '<md-filled-button>Log out</md-filled-button>',
    code: `import '@material/web/button/filled-button.js';`,
  },
  {
    id: 'shoelace',
    name: '`sl-button`',
    markup: '<sl-button>Log out</sl-button>',
    code: `import '@shoelace-style/shoelace/dist/components/button/button.js';`,
  },
  {
    id: 'web-awesome',
    name: '`wa-button`',
    markup: '<wa-button>Log out</wa-button>',
    code: `import '@awesome.me/webawesome/dist/components/button/button.js';`,
  },
];
