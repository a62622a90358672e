import { COMMON_HANZI } from './csv-encoding-hanzi.ts';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gbk';

export type CsvEncodingFault =
  /** A workbook (XLSX, XLS) or another zip, whatever its name says. */
  | 'workbook'
  /** No text at all. */
  | 'binary'
  /** The last sign is cut in two: copied or sent incompletely. */
  | 'truncated'
  /** Text, but in no encoding that can be told with certainty. Saving it as "CSV UTF-8" helps. */
  | 'encoding-unknown';

export type DecodeCsv =
  | { readonly ok: true; readonly text: string; readonly encoding: CsvEncoding }
  | { readonly ok: false; readonly reason: CsvEncodingFault; readonly detail: string };

/**
 * The text of a CSV file, or why it cannot be told. UTF-8 and UTF-16 with a byte order mark are certain; without one,
 * UTF-8 is what is valid as such, UTF-16 what has its zero bytes where that has them, and GBK only what reads as
 * everyday Chinese: much of what is Big5, Korean or Western would be valid GBK and nonsense.
 */
export function decodeCsv(bytes: Uint8Array): DecodeCsv {
  const has = (...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (has(0x50, 0x4b, 0x03, 0x04) || has(0xd0, 0xcf, 0x11, 0xe0)) return refuse('workbook', 'zip or OLE file');
  if (has(0xef, 0xbb, 0xbf)) return decodeAs('utf-8', bytes);
  if (has(0xff, 0xfe)) return decodeAs('utf-16le', bytes);
  if (has(0xfe, 0xff)) return decodeAs('utf-16be', bytes);
  const zeros = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0) {
    if (even > 0 && odd > 0) return refuse('binary', `${even + odd} zero bytes`);
    return decodeAs(odd > 0 ? 'utf-16le' : 'utf-16be', bytes);
  }
  const text = decode('utf-8', bytes);
  if (text === undefined) return decodeGbk(bytes);
  // "模" in GBK is also "ģ" in UTF-8. Only short texts are both; then nobody but the user can tell.
  if (/[\u0080-\u07ff]/.test(text) && !/[^\0-\u07ff]/.test(text) && isEverydayChinese(bytes)) {
    return refuse('encoding-unknown', 'valid as UTF-8 and as GBK');
  }
  return { ok: true, text, encoding: 'utf-8' };
}

const refuse = (reason: CsvEncodingFault, detail: string): DecodeCsv => ({ ok: false, reason, detail });

function decodeAs(encoding: Exclude<CsvEncoding, 'gbk'>, bytes: Uint8Array): DecodeCsv {
  const text = decode(encoding, bytes);
  if (text !== undefined) return { ok: true, text, encoding };
  return isCutShort(encoding, bytes)
    ? refuse('truncated', encoding)
    : refuse('encoding-unknown', `damaged ${encoding}`);
}

function decodeGbk(bytes: Uint8Array): DecodeCsv {
  const text = decode('gb18030', bytes);
  if (text !== undefined && isEverydayChinese(bytes)) return { ok: true, text, encoding: 'gbk' };
  if (isCutShort('utf-8', bytes)) return refuse('truncated', 'utf-8');
  return refuse('encoding-unknown', text === undefined ? 'neither UTF-8 nor GBK' : 'GBK is not certain');
}

/** `fatal`: bytes that are of another encoding must not turn into replacement signs and pass. */
function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const isCutShort = (encoding: string, bytes: Uint8Array): boolean =>
  [1, 2, 3].some((cut) => bytes.length > cut + 2 && decode(encoding, bytes.subarray(0, -cut)) !== undefined);

/** So many of the Chinese signs must be common ones. Of random signs of the first level, every sixth is. */
const COMMON_SHARE = 0.6;
/** So many of all double bytes must be signs of everyday use, and not of the outer parts of GBK. */
const EVERYDAY_SHARE = 0.9;

function isEverydayChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    pairs += 1;
    const isMark = lead >= 0xa1 && lead <= 0xa3;
    const isHanzi = lead >= 0xb0 && lead <= 0xf7;
    if (trail >= 0xa1 && (isMark || isHanzi)) everyday += 1;
  }
  const hanzi = decode('gb18030', bytes)?.match(/\p{Script=Han}/gu) ?? [];
  const common = hanzi.filter((sign) => COMMON_HANZI.has(sign)).length;
  return hanzi.length >= 2 && everyday >= pairs * EVERYDAY_SHARE && common >= hanzi.length * COMMON_SHARE;
}
