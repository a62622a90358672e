import { telephone } from '../telephone.ts';

export interface Contact {
  /** The post, never a person's name. */
  readonly post: string;
  readonly organisation: string;
  readonly phone: string;
  readonly note: string;
}

const escapeText = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[,;]/g, '\\$&');

/** Lines longer than 75 bytes are folded, between characters, with a blank at the head of what follows. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

/** A contact as a vCard 3.0, which every phone reads. */
export function vcard({ post, organisation, phone, note }: Contact): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${escapeText(post)};;;;`,
    `FN:${escapeText(post)}`,
    `ORG:${escapeText(organisation)}`,
    ...(phone === '' ? [] : [`TEL;TYPE=WORK,VOICE:${telephone(phone)}`]),
    ...(note === '' ? [] : [`NOTE:${escapeText(note)}`]),
    'END:VCARD',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
