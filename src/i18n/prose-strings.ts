import type { Localized } from './locale.ts';

/** Words that the prose components add to what the author wrote. */
export const PROSE = {
  law: { 'zh-CN': '法规', en: 'Law' },
  practice: { 'zh-CN': '通行做法，不是法规', en: 'Common practice, not law' },
  warning: { 'zh-CN': '注意', en: 'Warning' },
  case: { 'zh-CN': '案例', en: 'Case' },
  sample: { 'zh-CN': '示例值，请换成自己的', en: 'Sample values: replace them with your own' },
  gap: { 'zh-CN': '来源没有写', en: 'The source is silent here' },
  table: { 'zh-CN': '表格', en: 'Table' },
  was: { 'zh-CN': '来源怎么写', en: 'What the source says' },
  now: { 'zh-CN': '更正，以此为准', en: 'Correction: this holds' },
} as const satisfies Record<string, Localized>;
