import { createSignal, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { isAnythingWaiting } from '../shared/waiting.ts';

/** The words that this part needs; other tools have them too. */
export type SaveText = Pick<
  ChecklistText,
  | 'notSaved'
  | 'loading'
  | 'saving'
  | 'saved'
  | 'nothingYet'
  | 'unsent'
  | 'failed'
  | 'memory'
  | 'retry'
  | 'newerForm'
  | 'damaged'
  | 'reasonQuota'
  | 'reasonRefused'
  | 'reasonOther'
>;

/** The truth about saving, in one line. Prerendered as "not saved". */
export default function SaveStatus(props: {
  project: Project;
  text: SaveText;
  /** Something typed has not been handed to the project yet: then nothing is called saved. */
  isWaiting?: boolean;
}): JSX.Element {
  const status = () => props.project.status();
  const trouble = () => props.project.trouble();
  const [mounted, setMounted] = createSignal(false);
  onMount(() => setMounted(true));
  const state = () => {
    if (!props.project.isReady()) return mounted() ? 'loading' : 'not-saved';
    if (status().state !== 'saved') return status().state;
    if (props.isWaiting || isAnythingWaiting()) return 'saving';
    return isAnythingWaiting('press') ? 'unsent' : 'saved';
  };
  return (
    <p class="saved" role="status" data-state={state()}>
      <Switch fallback={props.text.notSaved}>
        <Match when={trouble()}>
          {(found) => (found().reason === 'newer-form' ? props.text.newerForm : props.text.damaged)}
        </Match>
        <Match when={state() === 'saved'}>
          {props.project.current() ? `✓ ${props.text.saved}` : props.text.nothingYet}
        </Match>
        <Match when={state() === 'unsent'}>{props.text.unsent}</Match>
        <Match when={state() === 'saving'}>{props.text.saving}</Match>
        <Match when={state() === 'loading'}>{props.text.loading}</Match>
        <Match when={state() === 'failed'}>! {fill(props.text.failed, { reason: reasonText(props) })}</Match>
        <Match when={state() === 'memory'}>! {fill(props.text.memory, { reason: reasonText(props) })}</Match>
      </Switch>
      <Show when={state() === 'failed' || state() === 'memory'}>
        {' '}
        <button class="button" type="button" onClick={() => props.project.retry()}>
          {props.text.retry}
        </button>
      </Show>
    </p>
  );
}

function reasonText(props: { project: Project; text: SaveText }): string {
  const status = props.project.status();
  const reason = 'reason' in status ? status.reason : '';
  return storageReason(props.text, reason, 'detail' in status ? String(status.detail) : reason);
}

/** Why the storage did not take something, in words. */
export function storageReason(
  text: Pick<SaveText, 'reasonQuota' | 'reasonRefused' | 'reasonOther'>,
  reason: string,
  detail = reason,
): string {
  if (reason === 'quota') return text.reasonQuota;
  if (reason === 'refused') return text.reasonRefused;
  return fill(text.reasonOther, { detail });
}
