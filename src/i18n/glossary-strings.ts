import type { Localized } from './locale.ts';

/** Words of the glossary. */
export const GLOSSARY = {
  title: { 'zh-CN': '术语', en: 'Glossary' },
  summary: {
    'zh-CN': '{count} 个词，按拼音排；每个词有释义、别名和英文。',
    en: '{count} terms from A to Z, each with its meaning, other names and Chinese.',
  },
  letters: { 'zh-CN': '按字母找', en: 'Find by letter' },
  also: { 'zh-CN': '也叫', en: 'Also' },
  basis: {
    'zh-CN': '词后的标记说明依据，点开是来源台账。没有标记的是手册的通行说法，不是法律定义。',
    en: 'The mark after a term says what it rests on and leads to the ledger of sources. A term without a mark is explained by common usage, not by a legal definition.',
  },
} as const satisfies Record<string, Localized>;
