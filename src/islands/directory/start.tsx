import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { FILL_FIELDS, type FillField, readDays } from '../../domain/directory/fill-in.ts';
import { isStale } from '../../domain/directory/request.ts';
import { vcard } from '../../domain/directory/vcard.ts';
import { telephone } from '../../domain/telephone.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { pick } from '../../i18n/pick.ts';
import { projectWords } from '../../i18n/project-words.ts';
import { FILL } from '../../i18n/request-strings.ts';
import { createProject } from '../../state/create-project.ts';
import { servicePath } from '../../state/mirror.ts';
import checklistCss from '../../styles/checklist.css?inline';
import deskCss from '../../styles/desk.css?inline';
import { download } from '../shared/files-out.ts';
import { addStyles } from '../shared/late-style.ts';
import ProjectLine from '../shared/ProjectLine.tsx';
import SavedText from '../shared/SavedText.tsx';
import { printPage } from '../shared/way-out.tsx';
import { localTime, today } from '../today.ts';

export interface ServiceData {
  locale: Locale;
  id: string;
  name: string;
  /** Fields that the source leaves open; the others need not be filled in. */
  open: readonly string[];
}

const ALWAYS = new Set<FillField>(['post', 'phone', 'hours', 'days']);

function FillForm(props: ServiceData): JSX.Element {
  const text = pick(FILL, props.locale);
  const words = projectWords(props.locale);
  const project = createProject({ nameOfFirst: words.firstProject });
  const path = servicePath(props.id);
  const stored = (field: string) => String(project.value(path, field) ?? '');
  const fields = FILL_FIELDS.filter((field) => ALWAYS.has(field) || props.open.includes(field));
  const stated = createMemo(
    () =>
      project
        .history(path)
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
  );
  const problem = (field: FillField) =>
    field === 'days' && stored('days') !== '' && readDays(stored('days')) === undefined ? text.daysWrong : undefined;
  createEffect(
    on(
      () => fields.map(stored),
      () => dispatchEvent(new Event('zg-filled')),
      { defer: true },
    ),
  );
  const save = () => {
    download(
      vcard({
        post: `${stored('post')} · ${props.name}`,
        organisation: project.current()?.name ?? '',
        phone: stored('phone'),
        note: stored('hours'),
      }),
      `${props.name}.vcf`,
      'text/vcard',
    );
  };
  return (
    <div class="tool">
      <ProjectLine project={project} text={words} undo />
      <p class="quiet">{text.what}</p>
      <Show when={stated()}>
        <p class={isStale(localTime(stated()), today()) ? 'warn' : 'meta'}>
          {fill(text.statedOn, { day: formatDay(localTime(stated()).slice(0, 10), props.locale) })}
          <Show when={isStale(localTime(stated()), today())}>
            {' '}
            ! {text.stale}{' '}
            <button class="button" type="button" onClick={() => void project.write(path, 'checked', today())}>
              {text.checked}
            </button>
          </Show>
        </p>
      </Show>
      <div class="fields">
        <For each={fields}>
          {(field) => (
            <SavedText
              label={text[field]}
              type={field === 'phone' ? 'tel' : 'text'}
              rows={field === 'materials' ? 3 : 1}
              hint={field === 'days' ? text.daysHint : undefined}
              inputmode={field === 'days' ? 'decimal' : field === 'phone' ? 'tel' : 'text'}
              value={stored(field)}
              problem={problem(field)}
              store={(typed) => project.write(path, field, typed.trim() === '' ? null : typed.trim())}
            />
          )}
        </For>
      </div>
      <p class="buttons">
        <button
          class="button"
          type="button"
          disabled={stored('post') === '' || telephone(stored('phone')) === ''}
          onClick={save}
        >
          {text.vcard}
        </button>
        <button class="button" type="button" onClick={() => void printPage()}>
          {text.print}
        </button>
      </p>
      <Show when={stored('post') === '' || telephone(stored('phone')) === ''}>
        <p class="hint">{text.vcardNeeds}</p>
      </Show>
    </div>
  );
}

/** Puts the form of one service in the place of its button. */
export function startFillIn(place: HTMLElement, data: ServiceData): void {
  addStyles([checklistCss, deskCss]);
  place.textContent = '';
  render(() => <FillForm {...data} />, place);
}
