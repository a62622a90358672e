import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.ts';

/** Ctrl, or Command on a Mac, in the alphabet of WebDriver. */
const SELECT = process.platform === 'darwin' ? '\uE03D' : '\uE009';

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly method?: string;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly type?: string; readonly text?: string };
  readonly result?: Record<string, never>;
}

/** So Firefox tells of what a page was still fetching through the worker when it was left; what truly failed is named with its address. */
const GIVEN_UP = 'Failed to load ‘’. A ServiceWorker intercepted the request';

/** Firefox by WebDriver BiDi, which it speaks itself: no driver program, no package. */
export async function startFirefox(path: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'smoke-firefox-'));
  const browser = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    browser.once('exit', () => reject(new Error(`Firefox ended: ${said}`)));
    browser.stderr.on('data', (part: Buffer) => {
      said += part;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const faults: string[] = [];
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else if (
      answer.params?.type === 'javascript' &&
      answer.params.level === 'error' &&
      !answer.params.text?.startsWith(GIVEN_UP)
    )
      faults.push(answer.params.text ?? '');
  };
  let last = 0;
  const call = (method: string, params: object): Promise<Record<string, never>> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ type, message, result }) => {
        waiting.delete(id);
        if (type === 'error') reject(new Error(`${method}: ${message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params }));
    });

  await call('session.new', { capabilities: {} });
  await call('session.subscribe', { events: ['log.entryAdded'] });
  const tree = (await call('browsingContext.getTree', {})) as unknown as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context;
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = (await call('script.evaluate', {
      expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
      target: { context },
      awaitPromise: true,
    })) as unknown as { result?: { value: string }; exceptionDetails?: { text: string } };
    if (!answer.result) throw new Error(`${answer.exceptionDetails?.text}: ${expression}`);
    return (JSON.parse(answer.result.value) as { value?: unknown }).value;
  };
  const click = async (css: string): Promise<void> => {
    const [x, y] = (await evaluate(
      `(() => { const element = document.querySelector(${JSON.stringify(css)}); element.scrollIntoView({ block: 'center', behavior: 'instant' }); const { left, top, width, height } = element.getBoundingClientRect(); return [left + width / 2, top + height / 2].map(Math.round); })()`,
    )) as [number, number];
    await call('input.performActions', {
      context,
      actions: [
        {
          type: 'pointer',
          id: 'pointer',
          actions: [
            { type: 'pointerMove', x, y },
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ],
    });
  };
  const press = (keys: readonly { type: 'keyDown' | 'keyUp'; value: string }[]) =>
    call('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: keys }] });
  return {
    open: async (url) => void (await call('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await call('browsingContext.reload', { context, wait: 'complete' })),
    evaluate,
    click,
    type: async (css, text) => {
      await click(css);
      await press([
        { type: 'keyDown', value: SELECT },
        { type: 'keyDown', value: 'a' },
        { type: 'keyUp', value: 'a' },
        { type: 'keyUp', value: SELECT },
      ]);
      await press(
        [...text].flatMap((value) => [{ type: 'keyDown', value } as const, { type: 'keyUp', value } as const]),
      );
    },
    faults: () => faults,
    close: async () => {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
