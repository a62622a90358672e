import { type JSX, Match, Show, Switch } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { Project } from '../../state/create-project.ts';

/** The truth about saving, in one line. Prerendered as "not saved". */
export default function SaveStatus(props: { project: Project; text: ChecklistText }): JSX.Element {
  const status = () => props.project.status();
  const trouble = () => props.project.trouble();
  return (
    <p class="saved" role="status" data-state={props.project.isReady() ? status().state : 'not-saved'}>
      <Switch fallback={props.text.notSaved}>
        <Match when={trouble()}>
          {(found) => (found().reason === 'newer-form' ? props.text.newerForm : props.text.damaged)}
        </Match>
        <Match when={props.project.isReady() && status().state === 'saved'}>
          {props.project.current() ? `✓ ${props.text.saved}` : props.text.nothingYet}
        </Match>
        <Match when={props.project.isReady() && status().state === 'saving'}>{props.text.saving}</Match>
        <Match when={props.project.isReady() && status().state === 'loading'}>{props.text.loading}</Match>
        <Match when={props.project.isReady() && status().state === 'failed'}>
          ! {fill(props.text.failed, { reason: reasonText(props) })}
        </Match>
        <Match when={props.project.isReady() && status().state === 'memory'}>
          ! {fill(props.text.memory, { reason: reasonText(props) })}
        </Match>
      </Switch>
      <Show when={props.project.isReady() && (status().state === 'failed' || status().state === 'memory')}>
        {' '}
        <button class="button" type="button" onClick={() => props.project.retry()}>
          {props.text.retry}
        </button>
      </Show>
    </p>
  );
}

function reasonText(props: { project: Project; text: ChecklistText }): string {
  const status = props.project.status();
  const reason = 'reason' in status ? status.reason : '';
  const detail = 'detail' in status ? String(status.detail) : reason;
  if (reason === 'quota') return props.text.reasonQuota;
  if (reason === 'refused') return props.text.reasonRefused;
  return fill(props.text.reasonOther, { detail });
}
