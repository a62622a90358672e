import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import { useChecklist } from './checklist-context.ts';

/** On a phone: from one item to the next, within reach of the thumb. */
export default function WalkBar(): JSX.Element {
  const { props: list, project, items, shown } = useChecklist();
  const [at, setAt] = createSignal('');
  const visible = createMemo(() => items().filter(({ id }) => shown().has(id)));
  const place = createMemo(() => visible().findIndex(({ id }) => id === at()));
  onMount(() => {
    const follow = (event: Event) => {
      const item = event.target instanceof Element ? event.target.closest('.item') : null;
      if (item) setAt(item.id);
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('change', follow);
    onCleanup(() => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('change', follow);
    });
  });
  const go = (step: -1 | 1) => {
    const next = visible()[place() < 0 ? 0 : place() + step];
    if (!next) return;
    setAt(next.id);
    const row = document.getElementById(next.id);
    row?.scrollIntoView({ block: 'start' });
    row?.querySelector<HTMLInputElement>('.seg input:checked')?.focus({ preventScroll: true });
  };
  return (
    <Show when={project.isReady() && visible().length > 0}>
      <nav class="walk screen" aria-label={list.text.walk}>
        <span class="nums">{fill(list.text.place, { at: Math.max(0, place() + 1), all: visible().length })}</span>
        <button class="button" type="button" disabled={place() <= 0} onClick={() => go(-1)}>
          {list.text.previous}
        </button>
        <button class="button primary" type="button" disabled={place() === visible().length - 1} onClick={() => go(1)}>
          {list.text.next}
        </button>
      </nav>
    </Show>
  );
}
