import type { Localized } from './locale.ts';

/** Words of the search box and of its results page. */
export const SEARCH = {
  title: { 'zh-CN': '搜索', en: 'Search' },
  results: { 'zh-CN': '{count} 个结果', en: '{count} results' },
  none: {
    'zh-CN': '没有找到“{query}”。换一个更短的词，或从目录里找。',
    en: 'Nothing found for “{query}”. Try a shorter word, or look in the contents.',
  },
  failed: {
    'zh-CN': '搜索没有加载成功。检查网络后再试，或从目录里找。',
    en: 'Search could not be loaded. Check the connection and try again, or look in the contents.',
  },
  searching: { 'zh-CN': '正在搜索…', en: 'Searching…' },
  all: { 'zh-CN': '看全部结果', en: 'See all results' },
  hint: {
    'zh-CN': '输入要找的事，例如“装修押金”“电梯困人”。',
    en: 'Type what you are looking for, such as “fit-out deposit” or “lift entrapment”.',
  },
  withoutScript: {
    'zh-CN': '搜索需要 JavaScript。没有它，可以从目录里找：',
    en: 'Search needs JavaScript. Without it, use the contents:',
  },
} as const satisfies Record<string, Localized>;
