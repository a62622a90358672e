import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { FILL_FIELDS, readFillTable } from '../../domain/directory/fill-in.ts';
import { isStale } from '../../domain/directory/request.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { pick } from '../../i18n/pick.ts';
import { projectWords } from '../../i18n/project-words.ts';
import { FILL } from '../../i18n/request-strings.ts';
import { createProject } from '../../state/create-project.ts';
import { servicePath } from '../../state/mirror.ts';
import checklistCss from '../../styles/checklist.css?inline';
import deskCss from '../../styles/desk.css?inline';
import { downloadBook } from '../shared/files-out.ts';
import { addStyles } from '../shared/late-style.ts';
import ProjectLine from '../shared/ProjectLine.tsx';
import { localTime, today } from '../today.ts';

export interface DirectoryData {
  locale: Locale;
  services: readonly { id: string; name: string; href: string }[];
}

/** All that the project filled in, out and in as one table, with what has grown old. */
function FillTable(props: DirectoryData): JSX.Element {
  const text = pick(FILL, props.locale);
  const words = projectWords(props.locale);
  const project = createProject({ nameOfFirst: words.firstProject });
  const [messages, setMessages] = createSignal<readonly string[]>([]);
  let chooser!: HTMLInputElement;
  const stored = (id: string, field: string) => String(project.value(servicePath(id), field) ?? '');
  /** Local day on which something was last stated about a service. */
  const stated = (id: string) =>
    localTime(
      project
        .history(servicePath(id))
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
    ).slice(0, 10);
  const filled = createMemo(() =>
    props.services.filter(({ id }) => FILL_FIELDS.some((field) => stored(id, field) !== '')),
  );
  const old = createMemo(() => filled().filter(({ id }) => isStale(stated(id), today())));

  const out = async () => {
    const file = `${text.sheet} ${project.current()?.name ?? ''} ${today()}.xlsx`;
    const isOut = await downloadBook(
      [
        {
          name: text.sheet,
          headerRows: 2,
          frozenColumns: 2,
          landscape: true,
          filter: true,
          rows: [
            ['', text.name, ...FILL_FIELDS.map((field) => text[field]), text.stated],
            ['id', 'name', ...FILL_FIELDS, 'stated'],
            ...props.services.map(({ id, name }) => [
              id,
              name,
              ...FILL_FIELDS.map((field) => stored(id, field)),
              stated(id),
            ]),
          ],
        },
      ],
      file,
    );
    if (isOut) setMessages([fill(text.exported, { file })]);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    chooser.value = '';
    const { readXlsx } = await import('../../interchange/xlsx-read.ts');
    const read = readXlsx(bytes);
    if (!read.ok) {
      setMessages([fill(text.refused, { reason: fill(text.unreadable, { detail: read.reason }) })]);
      return;
    }
    const table = readFillTable(read.rows, new Set(props.services.map(({ id }) => id)));
    if (!table) {
      setMessages([fill(text.refused, { reason: text.notTable })]);
      return;
    }
    const changes = table.rows.flatMap(({ service, fields }) =>
      Object.entries(fields).map(([field, value]) => ({ item: servicePath(service), field, value })),
    );
    await project.writeAll(changes);
    setMessages([
      fill(text.imported, { rows: table.rows.length, fields: changes.length }),
      ...table.faults.map(({ row, reason, text: what }) => fill(text[reason], { row, text: what })),
    ]);
  };
  return (
    <div class="tool">
      <ProjectLine project={project} text={words} undo />
      <p class="quiet">
        {text.tableWhat} {text.what}
      </p>
      <p class="buttons">
        <button class="button primary" type="button" disabled={!project.isReady()} onClick={() => void out()}>
          {text.exportTable}
        </button>
        <button class="button" type="button" disabled={!project.isReady()} onClick={() => chooser.click()}>
          {text.importTable}
        </button>
        <input
          ref={chooser}
          class="visually-hidden"
          type="file"
          accept=".xlsx"
          tabindex={-1}
          aria-label={text.importTable}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </p>
      <div role="status">
        <For each={messages()}>{(line) => <p>{line}</p>}</For>
      </div>
      <p class="nums">{fill(text.filledCount, { count: filled().length })}</p>
      <Show when={filled().length > 0}>
        <Show when={old().length > 0} fallback={<p class="quiet">{text.noneStale}</p>}>
          <p class="warn">! {text.staleList}</p>
          <ul>
            <For each={old()}>
              {(service) => (
                <li>
                  <a href={service.href}>{service.name}</a>{' '}
                  <span class="nums">{formatDay(stated(service.id), props.locale)}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
    </div>
  );
}

/** Puts the table's tool in the place of its button. */
export function startTable(place: HTMLElement, data: DirectoryData): void {
  addStyles([checklistCss, deskCss]);
  place.textContent = '';
  render(() => <FillTable {...data} />, place);
}
