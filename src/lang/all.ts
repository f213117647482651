import { ar } from './ar.js';
import { bn } from './bn.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fa } from './fa.js';
import { fr } from './fr.js';
import { he } from './he.js';
import { hi } from './hi.js';
import { id } from './id.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { ms } from './ms.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { ptBR } from './pt-br.js';
import { ru } from './ru.js';
import { tr } from './tr.js';
import { ur } from './ur.js';
import { zh } from './zh.js';
import type { Strings } from './strings.js';

/** Every language of this package by its tag, for shops that speak many; others import the ones they need. */
export const allLanguages: Readonly<Record<string, Strings>> = {
  ar,
  bn,
  de,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  ms,
  nl,
  pl,
  pt,
  'pt-br': ptBR,
  ru,
  tr,
  ur,
  zh,
};
