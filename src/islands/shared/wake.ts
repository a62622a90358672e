import { type Component, createComponent } from 'solid-js';
import { hydrate } from 'solid-js/web';

/** In the browser: brings the page's prerendered island to life. See `prerender`, and `ToolPlace.astro` for where it stands. */
export function wake<Props extends object>(Island: Component<Props>): void {
  const place = document.querySelector('[data-island]');
  const props = document.querySelector('[data-island-props]')?.textContent;
  if (!place || !props) throw new Error('There is no prerendered island on this page');
  hydrate(() => createComponent(Island, JSON.parse(props) as Props), place);
}
