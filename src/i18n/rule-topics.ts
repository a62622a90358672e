import type { Localized } from './locale.ts';

/** Names of the topics of the design rules. */
export const RULE_TOPICS = {
  designer: { 'zh-CN': '设计单位', en: 'Designer' },
  drawings: { 'zh-CN': '图纸', en: 'Drawings' },
  counter: { 'zh-CN': '柜台', en: 'Counters' },
  window: { 'zh-CN': '橱窗和地台', en: 'Windows and platforms' },
  surface: { 'zh-CN': '柜体面层', en: 'Surfaces' },
  fire: { 'zh-CN': '消防', en: 'Fire' },
  lintel: { 'zh-CN': '门楣和吊楣', en: 'Lintels' },
  entrance: { 'zh-CN': '入口', en: 'Entrance' },
  floor: { 'zh-CN': '地面', en: 'Floor' },
  'fitting-room': { 'zh-CN': '试衣间', en: 'Fitting rooms' },
  materials: { 'zh-CN': '材料', en: 'Materials' },
  hoarding: { 'zh-CN': '围挡', en: 'Hoarding' },
  ceiling: { 'zh-CN': '天花', en: 'Ceiling' },
} as const satisfies Record<string, Localized>;
