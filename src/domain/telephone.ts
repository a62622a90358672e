/** Fewer signs are no number to call: `24` in "24 h: 024-88". */
const FEWEST = 3;
/** An international number has no more digits than this (E.164). */
const MOST = 15;
const EXTENSION = /^\s*(?:转|轉|分机|分機|ext(?:ension)?\.?|x|,|;)\s*:?\s*(\d{1,6})(?!\d)/i;

const signsOf = (text: string): string => text.replace(/[^\d+*#]/g, '').replace(/(?<=.)\+/g, '');

/** `024-22334455-801`: what stands behind a whole local number is an extension. */
function withoutExtension(run: string): { number: string; extension: string } {
  const inside = /^(.*\d{7,8})-(\d{1,6})\s*$/.exec(run);
  return { number: inside?.[1] ?? run, extension: inside?.[2] ?? '' };
}

/**
 * The number that is dialled for what somebody wrote: the first of several, with its extension behind a pause (`,`), which
 * telephones dial once the call is answered. Empty when there is no number in it.
 */
export function telephone(written: string): string {
  const plain = written.normalize('NFKC').replace(/[‐‑–—−]/g, '-');
  const runs = [...plain.matchAll(/\+?[\d*#][\d\s().*#-]*/g)];
  const found = runs.find(([run]) => signsOf(run).length >= FEWEST) ?? runs[0];
  if (!found) return '';
  let [run] = found;
  if (signsOf(run).length > MOST) run = run.split(/\s+/).find((part) => signsOf(part).length > FEWEST) ?? run;
  const { number, extension } = withoutExtension(run);
  const behind = EXTENSION.exec(plain.slice(found.index + run.length))?.[1];
  const said = extension || behind;
  return said ? `${signsOf(number)},${said}` : signsOf(number);
}
