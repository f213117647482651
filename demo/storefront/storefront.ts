import type { TemplateResult } from 'lit';

import type { Word } from '../frame/language.js';
import type { Shop } from '../stage/shop.js';

/** Something else that the shop sells. */
export interface Article {
  readonly name: Word;
  readonly price: Word;
  readonly picture: TemplateResult;
}

/** The content of a shop. Its look is in its own style sheet. */
export interface Storefront {
  readonly shop: Shop;
  readonly title: Word;
  readonly brand: Word;
  readonly announcement: Word;
  readonly departments: readonly Word[];
  readonly kicker: Word;
  readonly product: Article;
  readonly text: Word;
  readonly choice: { readonly name: Word; readonly values: readonly Word[] };
  readonly facts: readonly Word[];
  readonly related: readonly Article[];
  /** The style sheet of the logout button alone, which the page shows as code. */
  readonly buttonStyles: string;
}
