import { createMemo, For, type JSX, Show } from 'solid-js';
import type { ItemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { judgePermit, permitValidity } from '../../domain/fit-out/permit-check.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { givenOf, useDesk } from './desk-state.ts';
import GivenField from './GivenField.tsx';
import { checkText, fieldName, formOf, grantOf, type PermitPrint } from './permit-words.ts';
import { MARKS } from './rule-marks.ts';

/** One permit: judged as it is filled in, granted with a name, and granted again after a change. */
export default function PermitCard(props: {
  path: ItemPath;
  now: string;
  onPrint(what: PermitPrint): void;
}): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text } = desk.props;
  const kind = () => desk.props.permits.find(({ id }) => id === project.value(props.path, 'kind'));
  const tenantName = () => {
    const tenant = project.value(props.path, 'tenant');
    const found = desk.tenants().find((path) => path === tenant);
    return found && desk.nameOf(found);
  };
  const stored = (field: string): Json | undefined => project.value(props.path, `g.${field}`);
  return (
    <Show when={kind()}>
      {(permit) => {
        const given = createMemo(() => givenOf(permit().fields, stored));
        const judged = createMemo(() => judgePermit(permit(), given()));
        const filled = () => formOf(permit(), stored);
        const grant = () => grantOf(project.value(props.path, 'granted'));
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
        return (
          <details class="verdict-card permit" data-verdict={judged().verdict} open={validity() !== 'closed'}>
            <summary>
              <b class="verdict">
                <span aria-hidden="true">{MARKS[judged().verdict]}</span> {permit().title}
              </b>{' '}
              <span class="tag">{text[`validity-${validity()}`]}</span>{' '}
              <span class="nums">
                {[tenantName(), String(stored('from') ?? '').replace('T', ' ')].filter(Boolean).join(' · ')}
              </span>
            </summary>
            <div class="fields">
              <For each={permit().fields}>
                {(field) => (
                  <GivenField
                    field={field}
                    text={text}
                    value={stored(field.id)}
                    store={(value) => project.write(props.path, `g.${field.id}`, value)}
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
                      {checkText(permit(), check, text)} {check.sources.join(' · ')}
                    </small>
                  </p>
                )}
              </For>
              <Show when={missing().length > 0}>
                <p class="meta">
                  {fill(text.missing, {
                    fields: [...new Set(missing().map((field) => fieldName(permit(), field, text)))].join(text.and),
                  })}
                </p>
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
