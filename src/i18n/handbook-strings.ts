import type { Localized } from './locale.ts';

/** Words of the handbook index. */
export const HANDBOOK = {
  title: { 'zh-CN': '手册', en: 'The handbook' },
  summary: {
    'zh-CN': '五套综合管理方案：读规程，照着办，当场算。',
    en: 'Five management schemes: read the procedure, do it, work out the figures.',
  },
  questions: { 'zh-CN': '有具体问题？先看常见问题', en: 'A particular question? Start with the common ones' },
  announced: { 'zh-CN': '内容正在编写。', en: 'Its pages are being written.' },
} as const satisfies Record<string, Localized>;
