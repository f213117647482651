import { registerLanguage } from '../../src/index.js';

type Strings = Parameters<typeof registerLanguage>[1];

/** Every language that the package has, by its tag; each file exports its strings under one name or another. */
const modules = import.meta.glob<Record<string, unknown>>('../../src/lang/*.ts', { eager: true });

const isStrings = (value: unknown): value is Strings =>
  typeof value === 'object' && value !== null && 'label' in value;

/** One language of the package. */
export interface PackageLanguage {
  readonly tag: string;
  /** Its name for itself. */
  readonly name: string;
  /** The name under which its file exports it. */
  readonly exported: string;
}

/** The languages of the package, made known to it. */
export const languages: readonly PackageLanguage[] = Object.entries(modules).flatMap(([path, exports]) => {
  const tag = path.replace(/^.*\/(.*)\.ts$/, '$1');
  const [exported, strings] = Object.entries(exports).find(([, value]) => isStrings(value)) ?? [];
  if (!exported || !isStrings(strings)) return [];
  registerLanguage(tag, strings);
  return [{ tag, exported, name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }];
});
