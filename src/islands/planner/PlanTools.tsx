import { For, type JSX } from 'solid-js';
import { ZOOMS, type Zoom } from '../../drawing/gantt.ts';
import { fill } from '../../i18n/format.ts';
import Segments from '../shared/Segments.tsx';
import { usePlanner } from './planner-state.ts';
import type { RowEdits } from './row-edits.ts';

interface PlanToolsProps {
  edits: RowEdits;
  zoom: Zoom;
  setZoom(zoom: Zoom): void;
  toToday(): void;
}

/** Above the table: what is done to the chosen row, and how much of the time is in sight. */
export default function PlanTools(props: PlanToolsProps): JSX.Element {
  const planner = usePlanner();
  const { text } = planner.props;
  const selectedRow = () => planner.rowOf(planner.selected() ?? '');
  return (
    <div class="plan-tools">
      <div class="row-tools" role="group" aria-label={text.table}>
        <button class="button" type="button" onClick={() => props.edits.add(selectedRow())}>
          {text.add}
        </button>
        <For each={['indent', 'outdent', 'up', 'down'] as const}>
          {(what) => (
            <button
              class="button"
              type="button"
              disabled={!selectedRow()}
              onClick={() => {
                const row = selectedRow();
                if (row) props.edits.change(row, what);
              }}
            >
              {text[what]}
            </button>
          )}
        </For>
        <button
          class="button danger"
          type="button"
          disabled={!selectedRow()}
          onClick={() => {
            const row = selectedRow();
            if (row) props.edits.remove(row);
          }}
        >
          {text.remove}
        </button>
        <span class="quiet selected-row">
          {selectedRow()
            ? fill(text.rowActions, {
                number: planner.numbers().get(selectedRow()?.id ?? '') ?? '',
                name: selectedRow()?.name ?? '',
              })
            : text.noRow}
        </span>
      </div>
      <div class="row-tools">
        <Segments
          label={text.zoom}
          options={ZOOMS.map((one) => ({ id: one, label: text[`zoom-${one}`] }))}
          value={props.zoom}
          store={(one) => props.setZoom(one as Zoom)}
        />
        <button class="button" type="button" onClick={() => props.toToday()}>
          {text.toToday}
        </button>
      </div>
    </div>
  );
}
