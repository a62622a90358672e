import { type JSX, Show } from 'solid-js';
import type { DrawnSignature } from '../../domain/checklist/drawn-signature.ts';
import type { Signed } from '../../domain/checklist/sign-off.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SIGN } from '../../i18n/sign-strings.ts';

/** Who signed, as what, when; and what they drew, if they drew it. */
export default function SignatureLine(props: {
  signed: Signed;
  text: ChecklistText;
  roles: Readonly<Record<string, string>>;
  locale: Locale;
}): JSX.Element {
  const { signature, who, role, on } = props.signed;
  const name = 'typed' in signature ? signature.typed : who;
  return (
    <>
      {fill(role ? props.text.signedBy : props.text.signedByOnly, { who: name, role: props.roles[role] ?? role, on })}
      <Show when={'drawn' in signature && signature}>
        {(drawn) => <Drawing of={drawn()} label={fill(SIGN.drawnBy[props.locale], { who: name })} />}
      </Show>
    </>
  );
}

/** The strokes, which were found to be strokes and nothing else when they were read. */
function Drawing(props: { of: DrawnSignature; label: string }): JSX.Element {
  return (
    <svg class="drawn" viewBox={`0 0 ${props.of.width} ${props.of.height}`} role="img" aria-label={props.label}>
      <path class="ink" d={props.of.drawn} />
    </svg>
  );
}
