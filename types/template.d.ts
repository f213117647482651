import type { Tags } from './tags.js';

/** What every framework lets a template say about a tag: attributes as they are in HTML, and properties. */
export type Template<Tag extends keyof Tags> = Tags[Tag]['attributes'] &
  Omit<Tags[Tag]['properties'], keyof Tags[Tag]['attributes']>;

/** A listener for each event, under a name such as `on:logged-out`. */
export type Listeners<Tag extends keyof Tags, Prefix extends string> = {
  [Name in keyof Tags[Tag]['events'] as `${Prefix}${Name & string}`]?:
    ((event: Tags[Tag]['events'][Name] & { currentTarget: Tags[Tag]['element'] }) => void) | undefined;
};
