import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ContentCheck, checkContent } from '../../src/build/content/check.ts';

const DOCUMENT = `document: { number: NUMBER, version: "1.0", owner: engineer, effective: 2026-11-24, review: 2027-11-24 }
history:
  - { version: "1.0", date: 2026-11-24, change: { zh-CN: 首次发布, en: First published } }`;
const documentOf = (number: string) => DOCUMENT.replace('NUMBER', number);

/** The smallest content that has one of each kind that refers to others. Nothing is wrong with it. */
const FILES: Readonly<Record<string, string>> = {
  'content/roles/posts.yaml': `engineer:
  name: { zh-CN: 工程师, en: Engineer }
`,
  'content/sources/all.yaml': `some-law:
  kind: law
  title: { zh-CN: 某条例, en: Some regulation }
  issuer: { zh-CN: 国务院, en: State Council }
  status: checked
  asOf: 2026-11-24
  articles:
    "3": { zh-CN: 第三条的内容, en: What article 3 says }
our-practice:
  kind: practice
  title: { zh-CN: 通行做法, en: Common practice }
  note: { zh-CN: 自己的经验, en: Our own experience }
`,
  'content/navigation/complex.yaml': `order: 1
title: { zh-CN: 综合体, en: Complex }
summary: { zh-CN: 一套方案, en: A scheme }
chapters:
  - id: first
    title: { zh-CN: 第一章, en: First chapter }
    pages: [complex/first-page]
`,
  'content/pages/complex/first-page.yaml': `title: { zh-CN: 第一页, en: First page }
summary: { zh-CN: 这一页讲什么, en: What this page is about }
${documentOf('ZG-1-01-01')}
sources: [our-practice]
`,
  'content/checklists/first-list.yaml': `title: { zh-CN: 第一份清单, en: First checklist }
summary: { zh-CN: 查什么, en: What to check }
${documentOf('ZG-C-01')}
series: first
order: 1
stage: { zh-CN: 阶段, en: Stage }
groups:
  - id: civil
    title: { zh-CN: 土建, en: Civil works }
    items:
      - id: roof
        label: { zh-CN: 看屋面, en: Look at the roof }
        why: { zh-CN: 漏水, en: It leaks }
        evidence: { zh-CN: 照片, en: A photo }
        role: engineer
        mandatory: true
        source: [some-law@3]
`,
  'content/handbook/zh-CN/complex/first-page.mdx': `## 第一节 [#first]

先看图，再到现场。<Src id="our-practice"/>

- 一
- 二
`,
  'content/handbook/en/complex/first-page.mdx': `## First section [#first]

Look at the drawings, then go to the site.<Src id="our-practice"/>

- one
- two
`,
};

/** Checks that handbook after `change` has been made to one of its files: a text and what it becomes, or the whole file. */
export function checkWith(file?: string, change?: readonly [string, string] | string): ContentCheck {
  const root = mkdtempSync(join(tmpdir(), 'zongguan-content-'));
  try {
    for (const [path, text] of Object.entries({
      ...FILES,
      ...(file === undefined ? {} : { [file]: changed(file, change) }),
    })) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkContent(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function changed(file: string, change: readonly [string, string] | string | undefined): string | undefined {
  if (change === undefined || typeof change === 'string') return change;
  const text = FILES[file] ?? '';
  if (!text.includes(change[0])) throw new Error(`${file} does not hold "${change[0]}"`);
  return text.replace(change[0], change[1]);
}
