/** What the directory gains from JavaScript before anything is tapped: what the project filled in, and buttons that fetch the forms. */
interface Filled {
  readonly fields: Readonly<Record<string, string>>;
  readonly at: string;
}

/** Shows on a service's page what the current project filled in, beside whose it is and how old. */
export function showFilled(filled: Filled | undefined, project: string, isOld: (at: string) => boolean): void {
  if (!filled) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-fill]')) {
    const value = filled.fields[place.dataset.fill ?? ''];
    if (value === undefined) continue;
    place.textContent = value;
    place.dataset.filled = '';
    const row = place.closest<HTMLElement>('[hidden]');
    if (row) row.hidden = false;
  }
  const note = document.querySelector<HTMLElement>('#filled-note');
  if (!note) return;
  note.textContent = `${(note.dataset.words ?? '').replace('{project}', project).replace('{day}', filled.at.slice(0, 10))}${
    isOld(filled.at) ? ` ${note.dataset.old}` : ''
  }`;
  note.hidden = false;
}

/** Makes a button fetch its form. */
export function armForm<Data>(
  button: string,
  place: string,
  data: string,
  load: () => Promise<(place: HTMLElement, data: Data) => void>,
): void {
  document.querySelector<HTMLButtonElement>(button)?.addEventListener('click', async () => {
    const target = document.querySelector<HTMLElement>(place);
    const given = document.querySelector(data)?.textContent;
    if (!target || !given) return;
    try {
      const start = await load();
      start(target, JSON.parse(given) as Data);
    } catch {
      const status = target.querySelector<HTMLElement>('[data-failed]');
      if (status) status.textContent = status.dataset.failed ?? '';
    }
  });
}
