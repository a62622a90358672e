import type { Localized } from './locale.ts';

/** Words around and about the pictures; `{list}` are the headings of what is drawn. */
export const FIGURE = {
  table: { 'zh-CN': '看表格', en: 'Show as a table' },
  tableHere: { 'zh-CN': '同一内容的表格', en: 'The same in a table' },
  flow: { 'zh-CN': '流程图，依次：{list}', en: 'Flow chart, in order: {list}' },
  timeline: { 'zh-CN': '时间线，依次：{list}', en: 'Timeline, in order: {list}' },
  tree: { 'zh-CN': '层级图：{list}', en: 'Tree diagram: {list}' },
  section: { 'zh-CN': '楼的剖面，各段：{list}', en: 'Section of a building, its bands: {list}' },
  bars: { 'zh-CN': '条形图：{list}', en: 'Bar chart: {list}' },
  shafts: {
    'zh-CN': '竖条是一组电梯：实心停靠，虚线直达不停，虚线下端是上梯处。高度大致按比例。',
    en: 'Each upright bar is a group of lifts: solid where it stops, dotted where it runs through; one boards at the foot of the dots. Heights roughly to scale.',
  },
  elevation: { 'zh-CN': '尺寸图：{list}', en: 'Dimensioned drawing: {list}' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  size: { 'zh-CN': '尺寸', en: 'Size' },
  asDrawn: { 'zh-CN': '见图', en: 'as drawn' },
  shopDimensions: { 'zh-CN': '店面和橱窗的尺寸', en: 'Dimensions of shopfront and display window' },
  shopfront: { 'zh-CN': '店面立面，从通道看', en: 'Shopfront, seen from the walkway' },
  window: { 'zh-CN': '橱窗剖面，左边是通道', en: 'Cross-section of the display window, walkway on the left' },
  floorJoint: { 'zh-CN': '地面收口放大图，左边是通道', en: 'The floor joint enlarged, walkway on the left' },
  sketched: {
    'zh-CN': '单位 mm。标了数的按比例画，层高、柜长和人只是示意。',
    en: 'In mm. Whatever carries a figure is to scale; room height, counter lengths and people are only sketched.',
  },
  enlarged: { 'zh-CN': '单位 mm，放大很多倍。', en: 'In mm, greatly enlarged.' },
} as const satisfies Record<string, Localized>;
