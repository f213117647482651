// For Vue 3's templates.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

import type { Tags } from './tags.js';
import type { Template } from './template.js';

type VueTags = {
  [Tag in keyof Tags]: new () => Tags[Tag]['element'] & {
    $props: HTMLAttributes & PublicProps & Template<Tag>;
    $emit: EmitFn<{ [Name in keyof Tags[Tag]['events']]: (event: Tags[Tag]['events'][Name]) => void }>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
