/**
 * @typedef {'vendor' | 'ours'} Side
 *
 * @typedef {object} Case  one situation, played once with the vendor's own logout and once with the element
 * @property {string} platform
 * @property {string} title
 * @property {string} [server]  the server of another maker that it needs, by its name in `servers`
 * @property {(stage: import('./stage.js').Stage, side: Side) => Promise<string>} play  answers with what came of it
 * @property {string} [vendor]  what is expected of the vendor's logout; without it, there is none to compare with
 * @property {string} ours  what is expected of the element
 * @property {(vendor: string, ours: string) => { vendor: string, ours: string }} [compare]
 *   looks at both results together, and says in short what came of it
 * @property {string} [limit]
 *   why the element may say `logged-out` although a copy of the login still opens something: nobody's logout can do
 *   more there. Without it, such a result is wrong, whatever was expected
 * @property {string} [gap]  why the element does not get there yet: reported, and no failure until it does
 *
 * @typedef {object} Places  where everything runs
 * @property {Awaited<ReturnType<typeof import('./shop.js').openShop>>} shop
 * @property {Awaited<ReturnType<typeof import('../servers/index.js').startServers>>} servers
 *
 * @typedef {object} Row
 * @property {Case} case
 * @property {string} vendor
 * @property {string} ours
 * @property {'ok' | 'gap' | 'wrong'} verdict
 */

export {};
