import { createMemo, For, type JSX, Show } from 'solid-js';
import { answerPath, type ItemPath, runPath } from '../../domain/checklist/item-path.ts';
import { anyHolds, entailed, requiredDocuments } from '../../domain/fit-out/tenant.ts';
import { fill } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import Segments from '../shared/Segments.tsx';
import { type Desk, useDesk } from './desk-state.ts';

const PHASES = ['before-work', 'during-work', 'before-use'] as const;

/** The run of the submissions checklist that belongs to a tenant. */
export const documentsRun = (tenant: ItemPath): string =>
  `fit-out-submissions-${tenant.slice(tenant.indexOf('/') + 1)}`;

export const neededDocuments = (desk: Desk) => requiredDocuments(desk.props.documents, desk.props.traits, desk.given());

/** What to hand in and which procedures apply, as the answers have it; what must not be at the same time, first. */
export default function DocumentsPart(): JSX.Element {
  const desk = useDesk();
  const { props, project } = desk;
  const needed = createMemo(() => neededDocuments(desk));
  const procedures = createMemo(() => entailed(props.procedures, desk.given()));
  const conflicts = createMemo(() => entailed(props.conflicts, desk.given()));
  const real = () => conflicts().filter(({ holding }) => holding === 'yes');
  const statusOf = (item: string) => {
    const tenant = desk.tenant();
    return tenant ? project.answer(answerPath(documentsRun(tenant), item)).status : 'open';
  };
  const noteOf = (item: string) => {
    const tenant = desk.tenant();
    return tenant ? project.answer(answerPath(documentsRun(tenant), item)).note : '';
  };
  const write = (item: string, field: string, value: string) => {
    const tenant = desk.tenant() ?? desk.begin();
    const run = documentsRun(tenant);
    void project.writeAll([
      { item: runPath(run), field: 'checklist', value: 'fit-out-submissions' },
      { item: runPath(run), field: 'tenant', value: tenant },
      { item: runPath(run), field: 'name', value: [desk.value('unit'), desk.value('name')].filter(Boolean).join(' ') },
      ...props.traits.map(({ id, when }) => ({
        item: runPath(run),
        field: `trait:${id}`,
        value: anyHolds(when, desk.given()) === 'yes' ? true : null,
      })),
      { item: answerPath(run, item), field, value: value === '' ? null : value },
    ]);
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
        <For each={real()}>
          {({ entry }) => (
            <div class="verdict-card" data-verdict={entry.level === 'stop' ? 'fail' : 'person'}>
              <p>
                <b>
                  {entry.level === 'stop' ? `✕ ${props.text.stop}` : `? ${props.text.person}`}：{entry.title}
                </b>
              </p>
              <p>{entry.text}</p>
              <p>
                {props.text.whatToDo}：{entry.advice}
              </p>
              <p class="meta">{entry.sources.join(' · ')}</p>
            </div>
          )}
        </For>
      </div>
      <h3>{props.text.procedures}</h3>
      <div class="scroll" tabindex="0" role="group" aria-label={props.text.procedures}>
        <table>
          <thead>
            <tr>
              <th>{props.text.procedures}</th>
              <th>{props.text.who}</th>
              <th>{props.text.by}</th>
            </tr>
          </thead>
          <For each={PHASES}>
            {(phase) => (
              <tbody>
                <tr>
                  <th colspan={3} class="phase">
                    {props.text[phase]}
                  </th>
                </tr>
                <For each={procedures().filter(({ entry }) => entry.phase === phase)}>
                  {({ entry, holding, open }) => (
                    <tr data-holding={holding}>
                      <td>
                        <b>{entry.title}</b>
                        <Show when={holding === 'unknown'}>
                          {' '}
                          <span class="tag assume">{props.text.perhaps}</span>
                        </Show>
                        <br />
                        {entry.text}
                        <Show when={open.length > 0}>
                          <small class="warn">{fill(props.text.unknownNeeds, { fields: desk.labels(open) })}</small>
                        </Show>
                        <small>{entry.sources.join(' · ')}</small>
                      </td>
                      <td>{entry.who}</td>
                      <td>{entry.limit}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            )}
          </For>
        </table>
      </div>
      <h3>{props.text.documents}</h3>
      <p role="status" class="nums">
        {fill(props.text.documentsCount, { done: count('done'), all: needed().length, problem: count('problem') })}
      </p>
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
                          <p class="why">{item.evidence}</p>
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
                          store={(status) => write(item.id, 'status', status)}
                        />
                        <Show when={statusOf(item.id) === 'problem'}>
                          <SavedText
                            label={props.text.whatIsMissing}
                            value={noteOf(item.id)}
                            store={(note) => write(item.id, 'note', note)}
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
