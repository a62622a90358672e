import type { z } from 'astro/zod';
import type { Localized } from '../../i18n/locale.ts';
import { readBoth } from '../../schema/text.ts';

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, Localized | undefined> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': '“true”或“false”', en: 'true or false' },
  array: { 'zh-CN': '一个列表', en: 'a list' },
  object: { 'zh-CN': '一组“键: 值”', en: 'a group of "key: value"' },
};

function typeOf(value: unknown): Localized | undefined {
  return TYPES[Array.isArray(value) ? 'array' : typeof value];
}

/** What is wrong with a value, for an author who writes no programs. */
export function issueWords(issue: Issue): Localized {
  const own = readBoth(issue.message);
  if (own) return { 'zh-CN': `不对：${own['zh-CN']}`, en: own.en };
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[issue.expected] ?? { 'zh-CN': issue.expected, en: issue.expected };
      const found = typeOf(issue.input);
      return {
        'zh-CN': `应该是${wanted['zh-CN']}${found ? `，写的却是${found['zh-CN']}` : ''}`,
        en: `must be ${wanted.en}${found ? `, but is ${found.en}` : ''}`,
      };
    }
    case 'invalid_value':
      return {
        'zh-CN': `只能是这几个之一：${issue.values.join('、')}`,
        en: `must be one of: ${issue.values.join(', ')}`,
      };
    case 'too_small':
    case 'too_big': {
      const isLeast = issue.code === 'too_small';
      const bound = String(isLeast ? issue.minimum : issue.maximum);
      const [zh, en] =
        issue.origin === 'string'
          ? [' 个字', ' characters']
          : issue.origin === 'array'
            ? [' 项', ' entries']
            : ['', ''];
      return {
        'zh-CN': `${isLeast ? '至少' : '最多'} ${bound}${zh}`,
        en: `must be at ${isLeast ? 'least' : 'most'} ${bound}${en}`,
      };
    }
    default:
      return { 'zh-CN': `写法不对（${issue.message}）`, en: issue.message };
  }
}
