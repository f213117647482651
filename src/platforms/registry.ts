import type { Platform } from './platform.js';

const platforms = new Map<string, Platform>();

/** Makes `platform` known by its name; a later registration of the same name takes its place. */
export function registerPlatform(platform: Platform): void {
  platforms.set(platform.name, platform);
}

/** The platform registered as `name`. */
export function findPlatform(name: string): Platform | undefined {
  return platforms.get(name);
}
