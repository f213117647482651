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

/** These two have their own switches. */
const chosenElsewhere = ['platform', 'mode'];

/** Attributes that only some platforms use. */
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

/** The attributes that the tag may have on this platform. */
export const attributesOf = (platform: string): Attribute[] =>
  attributes.filter(({ name }) => only[name]?.includes(platform) ?? true);

/** Every attribute of `<store-logout>`, from the manifest, so that a new attribute appears by itself. */
const attributes: readonly Attribute[] = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName === 'store-logout')
  .flatMap((declaration) => declaration.attributes ?? [])
  .filter(({ name }) => !chosenElsewhere.includes(name))
  .map(({ name, type, description = '' }) => ({ name, kind: kindOf(type?.text ?? ''), description }));

function kindOf(type: string): Attribute['kind'] {
  if (type.includes('number')) return 'number';
  // An attribute that may also be text gets a text field.
  return type.includes('boolean') && !type.includes('string') ? 'boolean' : 'text';
}
