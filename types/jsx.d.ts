// For React 19 and Solid. If a framework is not installed, its half is ignored.
// @ts-ignore
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
// @ts-ignore
import type { JSX as Solid } from 'solid-js';

import type { Tags } from './tags.js';
import type { Listeners, Template } from './template.js';

type ReactTags = {
  [Tag in keyof Tags]: DetailedHTMLProps<HTMLAttributes<Tags[Tag]['element']>, Tags[Tag]['element']> &
    Template<Tag> &
    Listeners<Tag, 'on'>;
};

type SolidTags = {
  [Tag in keyof Tags]: Solid.HTMLAttributes<Tags[Tag]['element']> &
    Template<Tag> &
    Prefixed<'attr:', Tags[Tag]['attributes']> &
    Prefixed<'bool:', Tags[Tag]['attributes']> &
    Prefixed<'prop:', Tags[Tag]['properties']> &
    Listeners<Tag, 'on:'>;
};

type Prefixed<Prefix extends string, Members> = {
  [Name in keyof Members as `${Prefix}${Name & string}`]: Members[Name];
};

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}

// @ts-ignore
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SolidTags {}
  }
}
