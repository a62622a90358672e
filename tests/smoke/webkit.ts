import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.ts';

/** The name under which WebDriver hands out an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const CONTROL = '\uE009';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** WebKitGTK's MiniBrowser by its own WebDriver, on a screen that exists only in memory. */
export async function startWebKit(paths: { driver: string; browser: string; screen: string }): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), 'smoke-webkit-'));
  const running: ChildProcess[] = [];
  const screen = spawn(paths.screen, ['-displayfd', '1', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  running.push(screen);
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('exit', () => reject(new Error('Xvfb ended')));
    screen.stdout.once('data', (part: Buffer) => resolve(`:${String(part).trim()}`));
  });
  const port = await freePort();
  running.push(
    spawn(paths.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        HOME: home,
        XDG_RUNTIME_DIR: home,
        GDK_BACKEND: 'x11',
        LANG: 'C.UTF-8',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        // Its sandbox does not start for root, which is what containers of checks often are.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      },
    }),
  );
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const end = async (): Promise<void> => {
    for (const one of running.reverse()) {
      const ended = new Promise((resolve) => one.once('exit', resolve));
      if (one.kill()) await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    try {
      await call('GET', '/status');
      break;
    } catch (error) {
      // The program needs a moment to listen.
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] },
  };
  const { sessionId } = (await call('POST', '/session', { capabilities: { alwaysMatch } }).catch(async (error) => {
    await end();
    throw error;
  })) as { sessionId: string };
  const at = `/session/${sessionId}`;
  await call('POST', `${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  const find = async (css: string): Promise<string> => {
    const found = (await call('POST', `${at}/element`, { using: 'css selector', value: css })) as Record<
      string,
      string
    >;
    return found[ELEMENT] ?? '';
  };
  const click = async (css: string) => {
    const element = await find(css);
    // The driver scrolls no further than the edge of the window, where a bar that stays put may cover what it wants to press.
    const script = "arguments[0].scrollIntoView({ block: 'center' })";
    await call('POST', `${at}/execute/sync`, { script, args: [{ [ELEMENT]: element }] });
    await call('POST', `${at}/element/${element}/click`, {});
  };
  return {
    open: async (url) => void (await call('POST', `${at}/url`, { url })),
    reload: async () => void (await call('POST', `${at}/refresh`, {})),
    evaluate: async (expression) => {
      const script = `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${expression})).then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
      const answer = JSON.parse(String(await call('POST', `${at}/execute/async`, { script, args: [] }))) as {
        value?: unknown;
        error?: string;
      };
      if (answer.error) throw new Error(`${answer.error}: ${expression}`);
      return answer.value;
    },
    click,
    type: async (css, text) => {
      await click(css);
      const path = `${at}/element/${await find(css)}/value`;
      await call('POST', path, { text: `${CONTROL}a` });
      await call('POST', path, { text });
    },
    faults: () => [],
    close: async () => {
      await call('DELETE', at).catch(() => undefined);
      await end();
    },
  };
}
