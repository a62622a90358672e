/** What the directory gains from JavaScript before anything is tapped: what the project filled in, and buttons that fetch the forms. */
interface Filled {
  readonly fields: Readonly<Record<string, string>>;
  readonly at: string;
}

/** Shows on a service's page what the current project filled in, beside whose it is and how old. What was emptied again is blank again. */
export function showFilled(filled: Filled | undefined, project: string, isOld: (at: string) => boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-fill]')) {
    const value = filled?.fields[place.dataset.fill ?? ''];
    place.dataset.blank ??= place.textContent ?? '';
    place.textContent = value ?? place.dataset.blank;
    place.toggleAttribute('data-filled', value !== undefined);
    const row = place.closest<HTMLElement>('#own dl > div');
    if (row) row.hidden = value === undefined;
  }
  const note = document.querySelector<HTMLElement>('#filled-note');
  if (!note) return;
  note.hidden = !filled;
  if (!filled) return;
  note.textContent = `${(note.dataset.words ?? '').replace('{project}', project).replace('{day}', filled.at.slice(0, 10))}${
    isOld(filled.at) ? ` ${note.dataset.old}` : ''
  }`;
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
