import type { Tags } from './tags.js';

/** The attributes and properties that a template may set on a tag in every framework. Attributes are as in HTML. */
export type Template<Tag extends keyof Tags> = Tags[Tag]['attributes'] &
  Omit<Tags[Tag]['properties'], keyof Tags[Tag]['attributes']>;

/** A listener for each event, under a name such as `on:logged-out`. */
export type Listeners<Tag extends keyof Tags, Prefix extends string> = {
  [Name in keyof Tags[Tag]['events'] as `${Prefix}${Name & string}`]?:
    ((event: Tags[Tag]['events'][Name] & { currentTarget: Tags[Tag]['element'] }) => void) | undefined;
};
