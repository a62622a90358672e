import { createDeferred, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import Notices from './checklist/Notices.tsx';
import Conflicts from './estimators/Conflicts.tsx';
import Examples from './estimators/Examples.tsx';
import { createEstimate } from './estimators/estimate-state.ts';
import type { EstimatorProps } from './estimators/estimator-props.ts';
import Fields from './estimators/Fields.tsx';
import OutPanel from './estimators/OutPanel.tsx';
import { Figures, Headline, Results } from './estimators/Results.tsx';
import { Comparison, ScenarioBar } from './estimators/Scenarios.tsx';
import SensitivityPanel from './estimators/SensitivityPanel.tsx';
import Sheet from './estimators/Sheet.tsx';
import { afterPaint } from './shared/after-paint.ts';
import { createToday } from './shared/create-today.ts';
import ProjectLine from './shared/ProjectLine.tsx';

/** Rows typed, from which on everything below the headline comes after it. */
const LONG = 100;

/**
 * An estimator: what is typed on the left, what comes out on the right, at once. Its prerendered HTML has the preset,
 * its result and the worked examples, complete without JavaScript.
 */
export default function EstimatorIsland(props: EstimatorProps): JSX.Element {
  const state = createEstimate(props);
  const now = createToday();
  const day = () => now() ?? '';
  const outcome = createMemo(() => {
    const result = state.outcome();
    return result.ok ? result : undefined;
  });
  const painted = afterPaint(outcome);
  // Seen on paper only: it follows when the page has a moment, and before it is printed.
  const later = createDeferred(painted, { timeoutMs: 1000 });
  const [printing, setPrinting] = createSignal(false);
  onMount(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    onCleanup(() => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    });
  });
  const isLong = createMemo(
    () => Object.values(state.values().tables).reduce((sum, rows) => sum + rows.length, 0) > LONG,
  );
  // With very many rows the tables and charts follow the headline, which must not wait for them.
  const below = createMemo(() => (isLong() ? (painted() ?? outcome()) : outcome()));
  /** Figures that take no longer than the headline are shown with it. */
  const quickly = () => (outcome()?.headline ? undefined : outcome());
  const onPaper = createMemo(() => (printing() ? outcome() : later()));
  return (
    <>
      <div class="est screen" classList={{ long: isLong() }}>
        <ProjectLine project={state.project} text={props.saving} isWaiting={state.isWaiting()} undo />
        <Notices project={state.project} text={props.saving} />
        <Conflicts props={props} state={state} />
        <div class="bar" data-needs-script>
          <ScenarioBar props={props} state={state} />
        </div>
        <div class="est-cols">
          <Fields props={props} state={state} />
          <div class="est-out">
            <Headline props={props} outcome={outcome()} problems={state.problems()} />
            <Show when={outcome() && below()}>
              {(found) => (
                <>
                  <Figures props={props} outcome={quickly() ?? found()} />
                  <Results props={props} outcome={found()} />
                </>
              )}
            </Show>
            <Comparison props={props} state={state} outcome={outcome() && below()} />
            <SensitivityPanel props={props} state={state} />
            <OutPanel props={props} state={state} />
          </div>
        </div>
        <Examples props={props} state={state} />
      </div>
      <Show when={onPaper()}>{(found) => <Sheet props={props} state={state} outcome={found()} day={day()} />}</Show>
    </>
  );
}
