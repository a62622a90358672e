import { createMemo, For, type JSX, Show } from 'solid-js';
import { entailed } from '../../domain/fit-out/tenant.ts';
import { fill } from '../../i18n/format.ts';
import { runHref } from '../checklist/run-href.ts';
import SavedText from '../shared/SavedText.tsx';
import Segments from '../shared/Segments.tsx';
import { useDesk } from './desk-state.ts';
import { documentsRun, hasRun, neededDocuments, paperNote, paperStatus, writePaper } from './submissions.ts';

const PHASES = ['before-work', 'during-work', 'before-use'] as const;

/** What to hand in and which procedures apply, as the answers have it; what must not be at the same time, first. */
export default function DocumentsPart(): JSX.Element {
  const desk = useDesk();
  const { props } = desk;
  const needed = createMemo(() => neededDocuments(desk));
  const procedures = createMemo(() => entailed(props.procedures, desk.given()));
  const conflicts = createMemo(() => entailed(props.conflicts, desk.given()));
  const real = () => conflicts().filter(({ holding }) => holding === 'yes');
  /** Something of it holds already, and the rest has not been answered: what is asked first is named. */
  const halfKnown = () =>
    conflicts().filter(
      ({ entry, holding, open }) =>
        holding === 'unknown' && entry.when.some((list) => list.some(({ field }) => !open.includes(field))),
    );
  const statusOf = (item: string) => paperStatus(desk, item);
  const run = () => {
    const tenant = desk.tenant();
    return tenant && hasRun(desk, tenant) ? documentsRun(tenant) : undefined;
  };
  const count = (status: string) => needed().filter(({ item }) => statusOf(item.id) === status).length;
  return (
    <section class="desk-part" aria-labelledby="papers">
      <h2 id="papers">{props.text.documentsPart}</h2>
      <h3>{props.text.conflicts}</h3>
      <div role="status">
        <Show when={real().length === 0}>
          <p class="quiet">
            {conflicts().length > 0
              ? fill(props.text.openConflicts, { count: conflicts().length })
              : props.text.noConflicts}
          </p>
        </Show>
        <For each={halfKnown()}>
          {({ entry, open }) => (
            <p class="warn">
              {entry.title} · {fill(props.text.unknownNeeds, { fields: desk.labels(open) })}
            </p>
          )}
        </For>
        <For each={real()}>
          {({ entry }) => (
            <div class="verdict-card" data-verdict={entry.level === 'stop' ? 'fail' : 'person'}>
              <p>
                <b>
                  {fill(props.text.pair, {
                    name: entry.level === 'stop' ? `✕ ${props.text.stop}` : `? ${props.text.person}`,
                    value: entry.title,
                  })}
                </b>
              </p>
              <p>{entry.text}</p>
              <p>{fill(props.text.pair, { name: props.text.whatToDo, value: entry.advice })}</p>
              <p class="meta">{entry.sources.join(' · ')}</p>
            </div>
          )}
        </For>
      </div>
      <h3>{props.text.procedures}</h3>
      <For each={PHASES}>
        {(phase) => (
          <Show when={procedures().some(({ entry }) => entry.phase === phase)}>
            <h4>{props.text[phase]}</h4>
            <ul class="procedures">
              <For each={procedures().filter(({ entry }) => entry.phase === phase)}>
                {({ entry, holding, open }) => (
                  <li data-holding={holding}>
                    <div>
                      <b>{entry.title}</b>
                      <Show when={holding === 'unknown'}>
                        {' '}
                        <span class="tag assume">{props.text.perhaps}</span>
                      </Show>
                      <p>{entry.text}</p>
                      <Show when={open.length > 0}>
                        <p class="warn">{fill(props.text.unknownNeeds, { fields: desk.labels(open) })}</p>
                      </Show>
                      <p class="meta">{entry.sources.join(' · ')}</p>
                    </div>
                    <p>
                      <span class="lab">{props.text.who}</span> {entry.who}
                    </p>
                    <p>
                      <span class="lab">{props.text.by}</span> <b>{entry.limit}</b>
                    </p>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </For>
      <h3>{props.text.documents}</h3>
      <p role="status" class="nums">
        {fill(props.text.documentsCount, { done: count('done'), all: needed().length, problem: count('problem') })}
      </p>
      <Show when={run()}>
        {(found) => (
          <p>
            <a href={runHref(props.locale, { run: found(), checklist: props.template.checklist, isOwn: false })}>
              {props.text.openRun}
            </a>
          </p>
        )}
      </Show>
      <For each={props.documents}>
        {(group) => (
          <Show when={needed().some((each) => each.group === group.id)}>
            <h4>{group.title}</h4>
            <ul class="papers">
              <For each={group.items}>
                {(item) => (
                  <Show when={needed().find((each) => each.item.id === item.id)}>
                    {(need) => (
                      <li>
                        <div>
                          <b>{item.label}</b>
                          <Show when={need().holding === 'unknown'}>
                            {' '}
                            <span class="tag assume">
                              {fill(props.text.onlyWhen, {
                                trait: props.traits.find(({ id }) => id === item.when)?.label ?? '',
                              })}
                            </span>
                          </Show>
                          <p class="why">
                            {fill(props.text.pair, { name: props.text.issuedBy, value: item.role })} · {item.evidence}
                          </p>
                        </div>
                        <Segments
                          label={item.label}
                          hideLabel
                          options={[
                            { id: 'open', label: props.text.notReceived },
                            { id: 'done', label: props.text.received, mark: '✓', tone: 'done' },
                            { id: 'problem', label: props.text.incomplete, mark: '!', tone: 'problem' },
                          ]}
                          value={statusOf(item.id)}
                          store={(status) => void writePaper(desk, item.id, 'status', status)}
                        />
                        <Show when={statusOf(item.id) === 'problem'}>
                          <SavedText
                            label={props.text.whatIsMissing}
                            value={paperNote(desk, item.id)}
                            store={(note) => writePaper(desk, item.id, 'note', note)}
                          />
                        </Show>
                      </li>
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </Show>
        )}
      </For>
    </section>
  );
}
