/** A number of the project's own, for a post. */
export interface LocalNumber {
  readonly number: string;
  readonly post: string;
}

/** What a project filled in for one service: texts by field, and when it was last stated. */
export interface LocalService {
  readonly fields: Readonly<Record<string, string>>;
  readonly at: string;
}

/**
 * A copy in `localStorage` of the few things that pages without a tool show: cards and services must not open the whole
 * project for them. The project stays what counts; the copy follows whenever it is opened or changed.
 */
export interface Mirror {
  readonly project: string;
  readonly numbers: Readonly<Record<string, LocalNumber>>;
  readonly services: Readonly<Record<string, LocalService>>;
}

export const MIRROR_KEY = 'zg.local';
const EMPTY: Mirror = { project: '', numbers: {}, services: {} };

/** What this device shows without opening a project. */
export function readMirror(): Mirror {
  try {
    const stored = JSON.parse(localStorage.getItem(MIRROR_KEY) ?? 'null') as Partial<Mirror> | null;
    return { ...EMPTY, ...stored };
  } catch {
    return EMPTY;
  }
}
