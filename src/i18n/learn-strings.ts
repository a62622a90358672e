import type { Localized } from './locale.ts';

/** Words of the learning paths. */
export const LEARN = {
  title: { 'zh-CN': '学习', en: 'Learn' },
  summary: {
    'zh-CN': '按岗位排好的学习路径：一步一页，学完能做什么写在前面。',
    en: 'Paths by role: a page a step, with what you can do at the end said first.',
  },
  yourPost: { 'zh-CN': '选岗位', en: 'Your post' },
  everyPost: { 'zh-CN': '全部岗位', en: 'Every post' },
  shown: { 'zh-CN': '{count} 条路径', en: '{count} paths' },
  stepCount: { 'zh-CN': '{count} 步', en: '{count} steps' },
  forWhom: { 'zh-CN': '适合', en: 'For' },
  outcomes: { 'zh-CN': '学完能做到', en: 'At the end you can' },
  steps: { 'zh-CN': '学习步骤', en: 'Steps' },
  page: { 'zh-CN': '阅读', en: 'Read' },
  emergency: { 'zh-CN': '应急卡', en: 'Emergency card' },
  checklist: { 'zh-CN': '清单', en: 'Checklist' },
  drill: { 'zh-CN': '演练', en: 'Drill' },
  record: { 'zh-CN': '学习记录表', en: 'Record sheet' },
  recordWhat: {
    'zh-CN': '打印一张，学完一步签一行；由带教人确认。',
    en: 'Print it, sign a line after each step; the trainer confirms.',
  },
  print: { 'zh-CN': '打印记录表', en: 'Print the record sheet' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  post: { 'zh-CN': '岗位', en: 'Post' },
  started: { 'zh-CN': '开始日期', en: 'Started' },
  trainer: { 'zh-CN': '带教人', en: 'Trainer' },
  step: { 'zh-CN': '内容', en: 'Step' },
  versionRead: { 'zh-CN': '所读版本', en: 'Version read' },
  date: { 'zh-CN': '日期', en: 'Date' },
  signed: { 'zh-CN': '签字', en: 'Signature' },
  ability: { 'zh-CN': '能做到', en: 'Can do' },
  confirmed: { 'zh-CN': '带教人确认', en: 'Trainer confirms' },
} as const satisfies Record<string, Localized>;
