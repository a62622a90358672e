import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import { canonicalJson, type Json } from '../../domain/checklist/json.ts';
import { judgePermit, permitValidity } from '../../domain/fit-out/permit-check.ts';
import { fill } from '../../i18n/format.ts';
import { randomId } from '../../state/random-id.ts';
import Pick from '../shared/Pick.tsx';
import { localTime } from '../today.ts';
import { givenOf, useDesk } from './desk-state.ts';
import type { FieldView, PermitView } from './fit-out-props.ts';
import GivenField from './GivenField.tsx';
import { limitText, valueText } from './limit-text.ts';
import { MARKS } from './RulesPart.tsx';

const PERMIT = itemPath('permit');
/** Figures that the form knows of itself, for the words of its checks. */
const derivedFields = (text: ReturnType<typeof useDesk>['props']['text']): FieldView[] => [
  { id: 'hours', kind: 'number', label: text.permitFor, unit: 'h' },
  { id: 'notice-hours', kind: 'number', label: text.by, unit: 'h' },
];

/** What is to be printed: a filled permit, or a blank form of one kind. */
export type PermitPrint = { kind: PermitView; path: ItemPath | undefined };

/** Permits of the site as forms: judged as they are filled in, granted with a name, valid for their hours. */
export default function PermitsPart(props: { onPrint(what: PermitPrint): void }): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text, permits } = desk.props;
  const [kind, setKind] = createSignal(permits[0]?.id ?? '');
  const [now, setNow] = createSignal('');
  onMount(() => {
    const tick = () => setNow(localTime(new Date().toISOString()).replace(' ', 'T'));
    tick();
    const timer = setInterval(tick, 30_000);
    onCleanup(() => clearInterval(timer));
  });
  const list = createMemo(() =>
    project
      .items(PERMIT)
      .map((path) => ({ path, begun: String(project.value(path, 'begun') ?? '') }))
      .sort((a, b) => (a.begun > b.begun ? -1 : a.begun < b.begun ? 1 : 0))
      .map(({ path }) => path),
  );
  const add = () => {
    const path = itemPath('permit', randomId());
    void project.writeAll([
      { item: path, field: 'kind', value: kind() },
      { item: path, field: 'begun', value: new Date().toISOString() },
      { item: path, field: 'tenant', value: desk.tenant() ?? null },
    ]);
  };
  const chosen = () => permits.find(({ id }) => id === kind());
  return (
    <section class="desk-part" aria-labelledby="permits">
      <h2 id="permits">{text.permitsPart}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label={text.permitsPart}>
        <table>
          <thead>
            <tr>
              <th>{text.permitKind}</th>
              <th>{text.permitWho}</th>
              <th>{text.permitFor}</th>
              <th>{text.permitConditions}</th>
            </tr>
          </thead>
          <tbody>
            <For each={permits}>
              {(permit) => (
                <tr>
                  <th scope="row">{permit.title}</th>
                  <td>{permit.who}</td>
                  <td>{permit.validity}</td>
                  <td>{permit.conditions}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="bar-fields">
        <Pick
          label={text.permitKind}
          options={permits.map(({ id, title }) => ({ id, label: title }))}
          value={kind()}
          store={setKind}
        />
        <button class="button primary" type="button" disabled={!project.isReady()} onClick={add}>
          {text.newPermit}
        </button>
        <button
          class="button"
          type="button"
          disabled={!project.isReady()}
          onClick={() => {
            const found = chosen();
            if (found) props.onPrint({ kind: found, path: undefined });
          }}
        >
          {text.blankPermit}
        </button>
      </div>
      <For each={list()} fallback={<p class="quiet">{text.noPermits}</p>}>
        {(path) => <PermitCard path={path} now={now()} onPrint={props.onPrint} />}
      </For>
    </section>
  );
}

function PermitCard(props: { path: ItemPath; now: string; onPrint(what: PermitPrint): void }): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text } = desk.props;
  const kind = () => desk.props.permits.find(({ id }) => id === project.value(props.path, 'kind'));
  const stored = (field: string): Json | undefined => project.value(props.path, `g.${field}`);
  return (
    <Show when={kind()}>
      {(permit) => {
        const given = createMemo(() => givenOf(permit().fields, stored));
        const judged = createMemo(() => judgePermit(permit(), given()));
        const filled = () => canonicalJson(given() as unknown as Json);
        const grant = () =>
          project.value(props.path, 'granted') as { who: string; at: string; form: string } | undefined;
        const isStale = () => grant() !== undefined && grant()?.form !== filled();
        const validity = () =>
          permitValidity(
            given(),
            grant() !== undefined && !isStale(),
            project.value(props.path, 'closed') !== undefined,
            props.now,
          );
        const mayGrant = () => judged().verdict === 'pass' || judged().verdict === 'person';
        const broken = () =>
          permit().checks.flatMap((check) => {
            const verdict = judged().checks.find(({ id }) => id === check.id)?.verdict;
            return verdict === 'fail' || verdict === 'person' ? [{ ...check, verdict }] : [];
          });
        const missing = () => [
          ...new Set(
            judged()
              .checks.filter(({ verdict }) => verdict === 'not-given')
              .flatMap(({ findings }) => findings.map(({ limit }) => limit.field)),
          ),
        ];
        const nameOf = (field: string) =>
          permit().fields.find(({ id }) => id === field)?.label ??
          (field === 'same-person'
            ? (permit().apart ?? []).map((id) => permit().fields.find((each) => each.id === id)?.label).join(text.and)
            : permit()
                .fields.filter(({ kind: of }) => of === 'moment')
                .map(({ label }) => label)
                .join(text.and));
        return (
          <details class="verdict-card permit" data-verdict={judged().verdict} open={validity() !== 'closed'}>
            <summary>
              <b class="verdict">
                <span aria-hidden="true">{MARKS[judged().verdict]}</span> {permit().title}
              </b>{' '}
              <span class="tag">{text[`validity-${validity()}`]}</span>{' '}
              <span class="nums">{String(stored('from') ?? '').replace('T', ' ')}</span>
            </summary>
            <div class="fields">
              <For each={permit().fields}>
                {(field) => (
                  <GivenField
                    field={field}
                    text={text}
                    value={stored(field.id)}
                    store={(value) => void project.write(props.path, `g.${field.id}`, value)}
                  />
                )}
              </For>
            </div>
            <div role="status">
              <For each={broken()}>
                {(check) => (
                  <p class={check.verdict === 'fail' ? 'bad' : 'warn'}>
                    {MARKS[check.verdict]} {check.advice}{' '}
                    <small>
                      {check.limit.field === 'same-person'
                        ? ''
                        : limitText(check.limit, [...permit().fields, ...derivedFields(text)], text)}{' '}
                      {check.sources.join(' · ')}
                    </small>
                  </p>
                )}
              </For>
              <Show when={missing().length > 0}>
                <p class="meta">{fill(text.missing, { fields: [...new Set(missing().map(nameOf))].join(text.and) })}</p>
              </Show>
              <Show when={isStale()}>
                <p class="bad">! {text.changedAfter}</p>
              </Show>
              <Show when={grant() && !isStale() ? grant() : undefined}>
                {(given) => <p>{fill(text.grantedBy, { who: given().who, at: localTime(given().at) })}</p>}
              </Show>
            </div>
            <p class="buttons">
              <button
                class="button primary"
                type="button"
                disabled={!mayGrant() || project.who() === '' || validity() === 'closed'}
                onClick={() =>
                  void project.write(props.path, 'granted', {
                    who: project.who(),
                    at: new Date().toISOString(),
                    form: filled(),
                  })
                }
              >
                {text.grant}
              </button>
              <button
                class="button"
                type="button"
                disabled={validity() === 'closed'}
                onClick={() => void project.write(props.path, 'closed', new Date().toISOString())}
              >
                {text.close}
              </button>
              <button class="button" type="button" onClick={() => props.onPrint({ kind: permit(), path: props.path })}>
                {text.printPermit}
              </button>
            </p>
            <p class="hint">
              {!mayGrant()
                ? text.grantBlocked
                : project.who() === ''
                  ? text.needName
                  : judged().verdict === 'person'
                    ? text.grantPerson
                    : ''}
            </p>
          </details>
        );
      }}
    </Show>
  );
}

/** A permit on paper, filled or blank. */
export function PermitReport(props: { what: PermitPrint }): JSX.Element {
  const { props: desk, project } = useDesk();
  const { text } = desk;
  const permit = () => props.what.kind;
  const shown = (field: FieldView) => {
    const { path } = props.what;
    const value = path && project.value(path, `g.${field.id}`);
    if (value === undefined || value === null) return field.kind === 'yes-no' ? `□ ${text.yes}　□ ${text.no}` : '';
    return valueText(field, typeof value === 'string' ? value.replace('T', ' ') : value, text);
  };
  return (
    <section class="report permit-form" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={2}>
              <b>{permit().title}</b>
              <small>
                {project.current()?.name ?? ''} · {text.number} {props.what.path?.slice(7) ?? '________'} ·{' '}
                {text.permitFor}：{permit().validity}
              </small>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={permit().fields}>
            {(field) => (
              <tr>
                <th scope="row">{field.label}</th>
                <td>
                  {shown(field)}
                  {props.what.path === undefined && field.unit ? ` ${field.unit}` : ''}
                </td>
              </tr>
            )}
          </For>
          <tr>
            <th scope="row">{text.permitConditions}</th>
            <td>
              <For each={permit().checks}>
                {(check) => (
                  <small>
                    {check.limit.field === 'same-person'
                      ? check.advice
                      : limitText(check.limit, [...permit().fields, ...derivedFields(text)], text)}{' '}
                    · {check.sources.join(' · ')}
                  </small>
                )}
              </For>
            </td>
          </tr>
        </tbody>
      </table>
      <div class="sign">
        <For each={permit().signatures}>
          {(label) => (
            <div>
              <b>{label}</b>
              <i />
              <small>{text.signature}</small>
              <i />
              <small>{text.date}</small>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
