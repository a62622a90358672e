import type { Localized } from './locale.ts';

/** Words of a signature that is typed or drawn. */
export const SIGN = {
  how: { 'zh-CN': '怎么签', en: 'How to sign' },
  typed: { 'zh-CN': '用打字的姓名', en: 'With the typed name' },
  drawn: { 'zh-CN': '手写签名', en: 'Draw the signature' },
  name: { 'zh-CN': '签核人姓名', en: 'Name of the person signing' },
  pad: { 'zh-CN': '手写签名区', en: 'Area to draw the signature in' },
  padHint: {
    'zh-CN': '用鼠标、笔或手指在框里写。只用键盘时，选“用打字的姓名”。',
    en: 'Write in the box with mouse, pen or finger. With a keyboard alone, choose “With the typed name”.',
  },
  none: { 'zh-CN': '还没有写。', en: 'Nothing drawn yet.' },
  strokes: { 'zh-CN': '已写 {count} 笔。', en: 'Strokes drawn: {count}.' },
  undo: { 'zh-CN': '撤销一笔', en: 'Undo the last stroke' },
  clear: { 'zh-CN': '重写', en: 'Clear and start again' },
  missing: {
    'zh-CN': '在框里写签名，或改用打字的姓名。',
    en: 'Draw the signature in the box, or sign with the typed name.',
  },
  tooLong: {
    'zh-CN': '笔画太多，存不下。按“重写”，写得简单些。',
    en: 'Too many strokes to be kept. Clear, and draw it more simply.',
  },
  drawnBy: { 'zh-CN': '{who} 的手写签名', en: 'Signature drawn by {who}' },
} as const satisfies Record<string, Localized>;

export type SignText = Record<keyof typeof SIGN, string>;
