import type { ContentProblem } from './problem.ts';

const CJK = '[\\u3400-\\u9fff]';
/** Half-width punctuation directly beside a Chinese character; a colon in a time (09:00) or a ratio is not meant. */
const HALF_WIDTH = new RegExp(`${CJK}[,;:!?()]|[,;!?()]${CJK}`, 'u');
const EMAIL = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Half-width punctuation in Chinese text, e-mail addresses and mobile numbers anywhere. */
export function findWordingProblems(
  text: string,
  language: 'zh-CN' | 'en',
  place: Pick<ContentProblem, 'file' | 'line' | 'where'>,
): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const half = language === 'zh-CN' ? HALF_WIDTH.exec(text) : null;
  if (half) {
    problems.push({
      code: 'prose',
      ...place,
      what: { 'zh-CN': `中文里用了半角标点：“${half[0]}”`, en: `half-width punctuation in Chinese text: "${half[0]}"` },
      fix: { 'zh-CN': '改用全角标点：，；：！？（）。', en: 'Use full-width punctuation there: ，；：！？（）.' },
    });
  }
  const personal = EMAIL.exec(text) ?? MOBILE.exec(text);
  if (personal) {
    problems.push({
      code: 'personal-data',
      ...place,
      what: {
        'zh-CN': `像是个人联系方式：“${personal[0]}”`,
        en: `this looks like somebody’s contact data: "${personal[0]}"`,
      },
      fix: { 'zh-CN': '删掉；手册里只有岗位，没有个人。', en: 'Remove it; the handbook knows posts, not people.' },
    });
  }
  return problems;
}
