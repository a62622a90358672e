import { For, type JSX, Show } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';
import { readFigure, useDesk } from './desk-state.ts';
import type { FieldView } from './fit-out-props.ts';
import { valueText } from './limit-text.ts';
import { checkText, formOf, grantOf, type PermitPrint } from './permit-words.ts';
import SignatureLines from './SignatureLines.tsx';

/** A permit on paper, filled or blank. */
export default function PermitReport(props: { what: PermitPrint }): JSX.Element {
  const desk = useDesk();
  const { project } = desk;
  const { text } = desk.props;
  const permit = () => props.what.kind;
  const shown = (field: FieldView) => {
    const { path } = props.what;
    const value = path && project.value(path, `g.${field.id}`);
    if (value === undefined || value === null) return field.kind === 'yes-no' ? `□ ${text.yes}　□ ${text.no}` : '';
    // A figure is shown as it was read, in the unit of its field.
    const figure = field.kind === 'number' ? readFigure(value, field.unit) : undefined;
    if (figure?.ok) return valueText(field, figure.value, text);
    return valueText(field, typeof value === 'string' ? value.replace('T', ' ') : value, text);
  };
  const tenantName = () => {
    const { path } = props.what;
    const tenant = path && desk.tenants().find((each) => each === project.value(path, 'tenant'));
    return tenant ? desk.nameOf(tenant) : '';
  };
  /** Who granted what is printed, as long as nothing was changed since. */
  const granted = () => {
    const { path } = props.what;
    const grant = path && grantOf(project.value(path, 'granted'));
    if (!path || !grant) return '';
    const isSame = grant.form === formOf(permit(), (field) => project.value(path, `g.${field}`));
    return isSame ? fill(text.grantedBy, { who: grant.who, at: localTime(grant.at) }) : text.changedAfter;
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
                {fill(text.pair, { name: text.permitFor, value: permit().validity })}
              </small>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{text.tenant}</th>
            <td>{tenantName()}</td>
          </tr>
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
          <Show when={granted()}>
            <tr>
              <th scope="row">{text.grant}</th>
              <td>{granted()}</td>
            </tr>
          </Show>
          <tr>
            <th scope="row">{text.permitConditions}</th>
            <td>
              <For each={permit().checks}>
                {(check) => (
                  <small>
                    {checkText(permit(), check, text) || check.advice} · {check.sources.join(' · ')}
                  </small>
                )}
              </For>
            </td>
          </tr>
        </tbody>
      </table>
      <SignatureLines labels={permit().signatures} text={text} />
    </section>
  );
}
