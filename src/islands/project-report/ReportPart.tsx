import { createUniqueId, For, type JSX } from 'solid-js';

/** A table of the report: under a heading on screen, on paper with that heading in its head, which every sheet repeats. */
export default function ReportPart(props: {
  title: string;
  /** Above the columns on paper. */
  head: JSX.Element;
  columns: readonly string[];
  /** Which of the columns hold figures, first and last. */
  figures?: readonly [number, number];
  children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <>
      <h2 id={id}>{props.title}</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby={id}>
        <table class="part">
          <thead>
            <tr class="report-head">
              <th colspan={props.columns.length}>{props.head}</th>
            </tr>
            <tr>
              <For each={props.columns}>
                {(column, place) => (
                  <th
                    scope="col"
                    classList={{
                      num: props.figures && place() >= props.figures[0] && place() <= props.figures[1],
                    }}
                  >
                    {column}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </div>
    </>
  );
}
