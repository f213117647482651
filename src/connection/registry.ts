import type { Platform } from '../platforms/platform.js';

/** On the global object, because a page may load this library twice (a theme's copy and an app's). */
const key = Symbol.for('store-logout.platforms');
const page = globalThis as { [key]?: Map<string, Platform> };

/** Makes `platform` known by its name; a later registration of the same name takes its place. */
export function registerPlatform(platform: Platform): void {
  known().set(platform.name, platform);
}

/** Makes platforms known whose names the page has not taken. */
export function addPlatforms(platforms: readonly Platform[]): void {
  for (const platform of platforms) {
    if (!known().has(platform.name)) registerPlatform(platform);
  }
}

/** The platform registered as `name`. */
export function findPlatform(name: string): Platform | undefined {
  return known().get(name);
}

function known(): Map<string, Platform> {
  return (page[key] ??= new Map());
}
