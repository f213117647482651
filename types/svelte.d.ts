// For Svelte 5's templates.
import type { HTMLAttributes } from 'svelte/elements';

import type { Tags } from './tags.js';
import type { Listeners, Template } from './template.js';

type SvelteTags = {
  [Tag in keyof Tags]: HTMLAttributes<Tags[Tag]['element']> & Template<Tag> & Listeners<Tag, 'on'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
