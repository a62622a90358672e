import type { Localized } from './locale.ts';

/** Words of the not-found page, which shows both languages at once. */
export const NOT_FOUND = {
  title: { 'zh-CN': '没有这一页', en: 'Page not found' },
  what: {
    'zh-CN': '地址可能抄错了，或者这一页已经改名。可以搜索，或从这里走：',
    en: 'The address may be mistyped, or the page has been renamed. Search, or start here:',
  },
  search: { 'zh-CN': '搜索手册', en: 'Search the handbook' },
  home: { 'zh-CN': '首页', en: 'Home' },
  handbook: { 'zh-CN': '手册目录', en: 'Contents' },
  emergency: { 'zh-CN': '应急卡', en: 'Emergency cards' },
} as const satisfies Record<string, Localized>;
