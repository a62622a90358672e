import { createMemo, For, Index, type JSX, Match, Switch } from 'solid-js';
import type { Chart, Words } from '../../domain/estimators/outcome.ts';
import { grouped } from '../../domain/estimators/working-text.ts';
import { yuanText } from '../../domain/money.ts';
import { drawBuilding, drawColumns, drawHeat, drawWaterfall, type Shapes } from '../../drawing/estimate-charts.ts';
import type { EstimatorText } from '../../i18n/estimator-strings.ts';
import { word, wordsText } from './words.ts';

export function ShapesView(given: { shapes: Shapes; id: string; title: string }): JSX.Element {
  return (
    <svg class="chart" viewBox={`0 0 ${given.shapes.width} ${given.shapes.height}`} role="img" aria-label={given.title}>
      <Index each={given.shapes.rects}>
        {(rect) => <rect class={rect().tone} x={rect().x} y={rect().y} width={rect().width} height={rect().height} />}
      </Index>
      <Index each={given.shapes.lines}>{(d) => <path class="rule" d={d()} />}</Index>
      <Index each={given.shapes.texts}>
        {(text) => (
          <text x={text().x} y={text().y} text-anchor={text().anchor} class={text().tone}>
            {text().text}
          </text>
        )}
      </Index>
    </svg>
  );
}

/** The picture of a chart, the same on screen and on paper. */
export function shapesOf(text: EstimatorText, chart: Chart): Shapes {
  const bar = (label: Words, fen: bigint) => ({
    label: wordsText(text, label),
    value: Number(fen) / 100,
    text: grouped(yuanText(fen)),
  });
  switch (chart.kind) {
    case 'waterfall':
      return drawWaterfall(
        chart.steps.map((step) => ({ ...bar(step.label, step.fen), isTotal: step.isTotal === true })),
      );
    case 'columns':
      return drawColumns(chart.columns.map((column) => bar(column.label, column.fen)));
    case 'heat':
      return drawHeat(chart.rows.map((row) => ({ label: wordsText(text, row.label), cells: row.cells })));
    default:
      return drawBuilding(chart.floors);
  }
}

/** A chart with its figures in a table. */
export default function ChartView(given: { chart: Chart; text: EstimatorText }): JSX.Element {
  const label = (words: Words) => wordsText(given.text, words);
  const amount = (fen: bigint) => grouped(yuanText(fen));
  const title = () => word(given.text, `chart-${given.chart.id}`);
  const shapes = createMemo(() => shapesOf(given.text, given.chart));
  return (
    <figure class="est-fig">
      <figcaption>{title()}</figcaption>
      <div class="scroll" tabindex={0} role="group" aria-label={title()}>
        <ShapesView shapes={shapes()} id={given.chart.id} title={title()} />
      </div>
      <Switch>
        <Match when={given.chart.kind === 'heat' && given.chart}>
          {(chart) => (
            <details>
              <summary>{given.text.chartTable}</summary>
              <div class="scroll" tabindex={0} role="group" aria-label={given.text.chartTable}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{given.text.item}</th>
                      <For each={Array.from({ length: 24 }, (_, hour) => hour)}>
                        {(hour) => (
                          <th scope="col" class="num">
                            {hour}
                          </th>
                        )}
                      </For>
                    </tr>
                  </thead>
                  <tbody>
                    <Index each={(chart() as Extract<Chart, { kind: 'heat' }>).rows}>
                      {(row) => (
                        <tr>
                          <th scope="row">{label(row().label)}</th>
                          <Index each={row().cells}>{(cell) => <td class="num">{cell() ?? '–'}</td>}</Index>
                        </tr>
                      )}
                    </Index>
                  </tbody>
                </table>
              </div>
            </details>
          )}
        </Match>
        <Match when={given.chart.kind === 'waterfall' || given.chart.kind === 'columns'}>
          <details>
            <summary>{given.text.chartTable}</summary>
            <table>
              <tbody>
                <Index each={stepsOf(given.chart)}>
                  {(step) => (
                    <tr>
                      <th scope="row">{label(step().label)}</th>
                      <td class="num">{amount(step().fen)}</td>
                    </tr>
                  )}
                </Index>
              </tbody>
            </table>
          </details>
        </Match>
      </Switch>
    </figure>
  );
}

function stepsOf(chart: Chart) {
  return chart.kind === 'waterfall' ? chart.steps : chart.kind === 'columns' ? chart.columns : [];
}
