import type { Platform } from '../platforms/platform.js';

/** On the global object, because a page may load this library twice (a theme's copy and an app's). */
const key = Symbol.for('store-logout.platforms');
const page = globalThis as { [key]?: Map<string, Platform> };

/** Registers `platform` under its name. A later one of the same name replaces it. */
export function registerPlatform(platform: Platform): void {
  known().set(platform.name, platform);
}

/** Registers each platform whose name is still free. */
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
