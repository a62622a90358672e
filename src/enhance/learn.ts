/** Key of the post that the reader chose: the page opens with its paths the next time. */
const ROLE = 'zg.role';

/** Narrows the learning paths to those of one post. The choice is remembered on the device. */
export function enhancePaths(): void {
  const form = document.querySelector<HTMLFormElement>('#role-filter');
  const select = form?.querySelector('select');
  const status = form?.querySelector<HTMLElement>('[role="status"]');
  if (!form || !select || !status) return;
  const paths = [...document.querySelectorAll<HTMLElement>('[data-roles]')];
  const narrow = (): void => {
    const role = select.value;
    for (const path of paths) path.hidden = role !== '' && !path.dataset.roles?.split(' ').includes(role);
    const count = paths.filter(({ hidden }) => !hidden).length;
    status.textContent = (form.dataset.shown ?? '').replace('{count}', String(count));
  };
  const remembered = (): string => {
    try {
      return localStorage.getItem(ROLE) ?? '';
    } catch {
      return '';
    }
  };
  // A post that no path is for any more is not chosen.
  const role = remembered();
  if ([...select.options].some(({ value }) => value === role)) select.value = role;
  select.addEventListener('change', () => {
    narrow();
    try {
      if (select.value === '') localStorage.removeItem(ROLE);
      else localStorage.setItem(ROLE, select.value);
    } catch {
      // Storage is refused: the choice holds for this page only.
    }
  });
  narrow();
}
