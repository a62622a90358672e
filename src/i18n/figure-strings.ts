import type { Localized } from './locale.ts';

/** Words around and about the pictures; `{list}` are the headings of what is drawn. */
export const FIGURE = {
  table: { 'zh-CN': '看表格', en: 'Show as a table' },
  tableHere: { 'zh-CN': '同一内容的表格', en: 'The same as a table' },
  flow: { 'zh-CN': '流程图，依次：{list}', en: 'Flow chart, in order: {list}' },
  timeline: { 'zh-CN': '时间线，依次：{list}', en: 'Timeline, in order: {list}' },
  tree: { 'zh-CN': '层级图：{list}', en: 'Tree: {list}' },
  section: { 'zh-CN': '楼的剖面，各段：{list}', en: 'Section of a building, its bands: {list}' },
  bars: { 'zh-CN': '条形图：{list}', en: 'Bar chart: {list}' },
} as const satisfies Record<string, Localized>;
