import type { Strings } from '../../src/index.js';

/** The files of all languages in the package. Importing them registers the languages. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/lang/*.ts', { eager: true });

const isStrings = (value: unknown): value is Strings =>
  typeof value === 'object' && value !== null && 'label' in value;

/** One language of the package. */
export interface PackageLanguage {
  readonly tag: string;
  /** The language's own name. */
  readonly name: string;
}

export const languages: readonly PackageLanguage[] = Object.entries(modules).flatMap(([path, exports]) => {
  if (!Object.values(exports).some(isStrings)) return [];
  const tag = path.replace(/^.*\/(.*)\.ts$/, '$1');
  return [{ tag, name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }];
});
