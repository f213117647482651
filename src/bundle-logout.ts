// What the single file loads when the page is there, all that only a logout needs, in one file beside it.
export * from './logout/everything.js';
export { builtInPlatforms } from './platforms/all.js';
