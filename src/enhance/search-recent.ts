const KEY = 'zg.search';
const MOST = 6;

/** What was searched on this device, newest first; none where storage is refused. */
export function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberQuery(query: string): void {
  const words = query.trim().slice(0, 60);
  if (words === '') return;
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify([words, ...recentQueries().filter((other) => other !== words)].slice(0, MOST)),
    );
  } catch {
    // Storage is refused: nothing is remembered, searching goes on.
  }
}

export function forgetQueries(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
