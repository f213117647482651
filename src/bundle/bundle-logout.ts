// What the file for a script tag loads when the page is there, all that only a logout needs, in one file beside it.
export { everything } from '../logout/everything.js';
export { builtInPlatforms } from '../platforms/all.js';
