/**
 * What this device remembers of reading: the version of each page last read, and the page or tool last open. Kept in `localStorage` under
 * `zg.read` (`{ "<path>": "<version>" }`) and `zg.last`; if storage is refused, nothing is remembered and nothing is said.
 */
export function rememberPage(): void {
  try {
    const page = document.querySelector<HTMLElement>('[data-document]');
    if (page) {
      const { document: number = '', version = '' } = page.dataset;
      const read = JSON.parse(localStorage.getItem('zg.read') ?? '{}') as Record<string, string>;
      const mark = page.querySelector<HTMLElement>('.changed');
      if (mark && read[number] !== undefined && read[number] !== version) mark.hidden = false;
      read[number] = version;
      localStorage.setItem('zg.read', JSON.stringify(read));
    }
    // A page to read or a tool: what one comes back to.
    if (page || document.querySelector('.tool')) {
      const href = location.pathname + location.search;
      localStorage.setItem('zg.last', JSON.stringify({ href, title: document.querySelector('h1')?.textContent }));
    }
    const onward = document.querySelector<HTMLAnchorElement>('#continue');
    const last =
      onward && (JSON.parse(localStorage.getItem('zg.last') ?? 'null') as { href: string; title: string } | null);
    if (onward && last?.href.startsWith('/')) {
      onward.href = last.href;
      onward.append(last.title);
      onward.hidden = false;
    }
  } catch {
    // Storage is refused or holds something else: reading goes on without memory.
  }
}
