import manifest from '../../custom-elements.json';

/** An attribute of the tag, as the package's own manifest describes it. */
export interface Attribute {
  readonly name: string;
  readonly kind: 'boolean' | 'number' | 'text';
  readonly description: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly {
    readonly name: string;
    readonly type?: { readonly text: string };
    readonly description?: string;
  }[];
}

const { modules } = manifest as { modules: readonly { declarations?: readonly Declaration[] }[] };

/** These two have switches of their own. */
const chosenElsewhere = ['platform', 'mode'];

/** What only some platforms look at. */
const only: Readonly<Record<string, readonly string[]>> = {
  'store-id': ['commerce-engine', 'unisouk', 'wix', 'salla'],
  'client-id': ['wix'],
  environment: ['commerce-engine'],
  method: ['custom'],
  csrf: ['custom'],
  'token-key': ['custom', 'unisouk', 'wix'],
  'refresh-token-key': ['custom', 'unisouk'],
  'token-path': ['custom'],
  'token-prefix': ['commerce-engine'],
  'logout-hint': [],
  'accounts-url': ['salla'],
};

/** What the tag of this platform may say. */
export const attributesOf = (platform: string): Attribute[] =>
  attributes.filter(({ name }) => only[name]?.includes(platform) ?? true);

/** Every attribute of `<store-logout>`, so that a new one appears by itself. */
const attributes: readonly Attribute[] = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName === 'store-logout')
  .flatMap((declaration) => declaration.attributes ?? [])
  .filter(({ name }) => !chosenElsewhere.includes(name))
  .map(({ name, type, description = '' }) => ({ name, kind: kindOf(type?.text ?? ''), description }));

function kindOf(type: string): Attribute['kind'] {
  if (type.includes('number')) return 'number';
  // What may be text as well is typed.
  return type.includes('boolean') && !type.includes('string') ? 'boolean' : 'text';
}
