import { For, type JSX } from 'solid-js';
import { fill, formatNumber } from '../../i18n/format.ts';
import SavedText from '../shared/SavedText.tsx';
import { ownLimitPath, useDesk } from './desk-state.ts';
import { figureProblem } from './figure-problem.ts';

/** The mall's own figures in place of the sample ones. */
export default function OwnLimits(props: { id: string }): JSX.Element {
  const { props: desk, project } = useDesk();
  const rule = desk.rules.find(({ id }) => id === props.id);
  return (
    <For each={rule?.limits ?? []}>
      {(limit, place) => {
        const field = rule?.fields.find(({ id }) => id === limit.field);
        if (limit.op !== 'max' && limit.op !== 'min' && limit.op !== 'exact') return null;
        const stored = () => String(project.value(ownLimitPath(props.id), `limit.${place()}`) ?? '');
        return (
          <SavedText
            label={`${desk.text.ownLimit} · ${field?.label ?? limit.field}`}
            inputmode="decimal"
            unit={field?.unit}
            hint={fill(desk.text.ownLimitHint, { value: `${formatNumber(limit.value)} ${field?.unit ?? ''}` })}
            value={stored()}
            problem={figureProblem(stored(), desk.text, field?.unit)}
            store={(typed) =>
              project.write(ownLimitPath(props.id), `limit.${place()}`, typed.trim() === '' ? null : typed)
            }
          />
        );
      }}
    </For>
  );
}
