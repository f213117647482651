import type { Strings } from '../../src/index.js';

/** Every language that the package has, by its file; importing them makes them known. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/lang/*.ts', { eager: true });

const isStrings = (value: unknown): value is Strings =>
  typeof value === 'object' && value !== null && 'label' in value;

/** One language of the package. */
export interface PackageLanguage {
  readonly tag: string;
  /** Its name for itself. */
  readonly name: string;
}

export const languages: readonly PackageLanguage[] = Object.entries(modules).flatMap(([path, exports]) => {
  if (!Object.values(exports).some(isStrings)) return [];
  const tag = path.replace(/^.*\/(.*)\.ts$/, '$1');
  return [{ tag, name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }];
});
