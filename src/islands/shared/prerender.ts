import { type Component, createComponent } from 'solid-js';
import { generateHydrationScript, renderToString } from 'solid-js/web';

/** An island's prerendered HTML, and what its page must hold beside it so that `wake` can bring it to life. */
export interface Prerendered {
  readonly html: string;
  /** JSON that is safe inside of a script element. */
  readonly props: string;
  /** Script element that keeps early clicks until the island is awake. */
  readonly boot: string;
}

/** At build time: what an island shows before its code has come. */
export function prerender<Props extends object>(Island: Component<Props>, props: Props): Prerendered {
  return {
    html: renderToString(() => createComponent(Island, props)),
    props: JSON.stringify(props).replaceAll('<', '\\u003c'),
    boot: generateHydrationScript(),
  };
}
