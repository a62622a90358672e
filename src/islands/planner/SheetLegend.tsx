import { For, type JSX } from 'solid-js';
import { diamond } from '../../drawing/gantt.ts';
import { usePlanner } from './planner-state.ts';
import { widthOf } from './sheet-text.ts';

/** What the marks on a sheet mean. */
export default function SheetLegend(at: { y: number }): JSX.Element {
  const { text } = usePlanner().props;
  const marks: readonly (readonly [text: string, mark: JSX.Element])[] = [
    [text.legendTask, <rect class="sheet-bar" y="-2.6" width="7" height="2.8" />],
    [
      text.legendCritical,
      <>
        <rect class="sheet-bar" data-critical y="-2.6" width="7" height="2.8" />
        <path class="sheet-notch" d="M1 -2.3h5.5" />
      </>,
    ],
    [
      text.legendDone,
      <>
        <rect class="sheet-bar" y="-2.6" width="7" height="2.8" />
        <path class="sheet-done" d="M0 -.7h4.5" />
      </>,
    ],
    [text.legendMilestone, <path class="sheet-solid" d={diamond(3.5, -1.2, 1.6)} />],
    [text.legendFloat, <path class="sheet-float" d="M0 -1.2h7m0 -.9v1.8" />],
    [text.legendBase, <rect class="sheet-base" y="-2" width="7" height="1.2" />],
    [text.today, <path class="sheet-today" d="M3.5 -2.8v3.4" />],
    [text.legendOff, <rect class="sheet-off" y="-2.8" width="7" height="3" />],
    [text.legendUnknown, <rect fill="url(#sheet-hatch)" class="sheet-frame" y="-2.8" width="7" height="3" />],
    [
      text.legendCut,
      <text class="sheet-axis" y="0">
        ◂ ▸
      </text>,
    ],
  ];
  let x = 0;
  return (
    <g class="sheet-legend">
      <For each={marks}>
        {([words, mark]) => {
          const left = x;
          x += 9 + widthOf(words) + 5;
          return (
            <g transform={`translate(${left} ${at.y})`}>
              {mark}
              <text class="sheet-axis" x="8.5" y="0">
                {words}
              </text>
            </g>
          );
        }}
      </For>
    </g>
  );
}
