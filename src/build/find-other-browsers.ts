import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';

/** Paths of the other two engines, where they are installed. `FIREFOX` names one by hand. */
export interface OtherBrowsers {
  readonly firefox?: string;
  readonly webkit?: { readonly driver: string; readonly browser: string; readonly screen: string };
}

const FIREFOX = [
  'firefox-esr',
  'firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function which(name: string): string | undefined {
  if (/[\\/]/.test(name)) return existsSync(name) ? name : undefined;
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

export function findOtherBrowsers(): OtherBrowsers {
  const firefox = [process.env.FIREFOX ?? '', ...FIREFOX]
    .filter((name) => name !== '')
    .map(which)
    .find(Boolean);
  const [driver, screen] = [which('WebKitWebDriver'), which('Xvfb')];
  const [browser] = globSync('/usr/{lib,lib64,libexec}/{*/,}webkit2gtk-4.*/MiniBrowser');
  return {
    ...(firefox ? { firefox } : {}),
    ...(driver && screen && browser ? { webkit: { driver, browser, screen } } : {}),
  };
}

/** A line for each engine that the smoke journeys will not see, with what would change that. */
export function missingBrowsers({ firefox, webkit }: OtherBrowsers): string[] {
  return [
    ...(firefox ? [] : ['firefox: 没有安装 · not installed (Debian: apt-get install firefox-esr)']),
    ...(webkit ? [] : ['webkit: 没有安装 · not installed (Debian: apt-get install webkit2gtk-driver xvfb)']),
  ];
}
