import type { Localized } from './locale.ts';

/** Words of the page of questions. */
export const QUESTIONS = {
  title: { 'zh-CN': '常见问题', en: 'Common questions' },
  summary: {
    'zh-CN': '{count} 个天天会碰到的问题，点开就到答案那一段。',
    en: '{count} questions of daily work; each leads straight to the passage with the answer.',
  },
  emergency: { 'zh-CN': '出事了', en: 'When something happens' },
} as const satisfies Record<string, Localized>;
