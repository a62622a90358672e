import { createSignal, createUniqueId, type JSX } from 'solid-js';

/** A part that is behind a button on a phone and in sight where there is room. Which of the two is decided by the style sheet. */
export default function Fold(props: { label: JSX.Element; name?: string; children: JSX.Element }): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <div class="fold" data-open={isOpen()}>
      <button
        class="fold-button"
        type="button"
        aria-expanded={isOpen()}
        aria-controls={id}
        aria-label={props.name}
        onClick={() => setOpen(!isOpen())}
      >
        {props.label}
      </button>
      <div class="folded" id={id}>
        {props.children}
      </div>
    </div>
  );
}
