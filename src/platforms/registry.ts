import type { Platform } from './platform.js';

let platforms = new Map<string, Platform>();

/** Makes `platform` known by its name; a later registration of the same name takes its place. */
export function registerPlatform(platform: Platform): void {
  platforms.set(platform.name, platform);
}

/** The platform registered as `name`. */
export function findPlatform(name: string): Platform | undefined {
  return platforms.get(name);
}

/** All that are registered. */
export function knownPlatforms(): Map<string, Platform> {
  return platforms;
}

/** Has this copy of the module look where another one does: what is loaded on demand may bring a copy of its own. */
export function sharePlatforms(others: Map<string, Platform>): void {
  platforms = others;
}
