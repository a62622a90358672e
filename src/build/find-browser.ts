import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM: Record<string, string[]> = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const INSTALL_LIMIT_MS = 120_000;

/**
 * Path of a Chromium for the browser tests: `CHROMIUM`, Playwright's own, one of the system's; else Playwright's installer (with a time
 * limit); else, as root on Debian, the package manager. Never sudo.
 *
 * @throws {Error} with the exact command to run, when there is none and none can be had.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM=${named}: 没有这个文件 / no such file`);
  }
  const found = installed();
  if (found) return found;
  console.log('没有找到 Chromium，正在安装 · No Chromium found, installing one …');
  spawnSync('npx', ['--no-install', 'playwright', 'install', '--only-shell', 'chromium'], {
    stdio: 'ignore',
    timeout: INSTALL_LIMIT_MS,
    shell: process.platform === 'win32',
  });
  const downloaded = installed();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const packaged = installed();
    if (packaged) return packaged;
  }
  throw new Error(
    [
      '浏览器测试需要 Chromium。请运行：',
      'The browser tests need a Chromium. Run:',
      process.platform === 'linux' ? '  apt-get install chromium' : '  npx playwright install chromium',
      '或者 / or:  CHROMIUM=/path/to/chromium npm test',
    ].join('\n'),
  );
}

function installed(): string | undefined {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const candidate of SYSTEM[process.platform] ?? []) {
    if (candidate.includes('/') || candidate.includes('\\')) {
      if (existsSync(candidate)) return candidate;
      continue;
    }
    try {
      return execFileSync('which', [candidate], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}
