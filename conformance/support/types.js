/**
 * @typedef {'vendor' | 'ours'} Side
 *
 * @typedef {object} Case  one situation; it runs once with the vendor's own logout and once with the element
 * @property {string} platform
 * @property {string} title
 * @property {string} [server]  the name in `servers` of the server that the case needs
 * @property {(stage: import('./stage.js').Stage, side: Side) => Promise<string>} play  answers with the result
 * @property {string} [vendor]  the expected result of the vendor's logout, if there is one to compare with
 * @property {string} ours  the expected result of the element
 * @property {(vendor: string, ours: string) => { vendor: string, ours: string }} [compare]
 *   compares both results, and sums them up
 * @property {string} [limit]
 *   why a copy of the login may still work after `logged-out`, because no logout can do more. Without a limit, such a
 *   result is wrong, whatever was expected
 * @property {string} [gap]  why the element does not give the expected result yet; a gap is reported, and fails once it is closed
 *
 * @typedef {object} Places  the shop and the servers of a run
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
