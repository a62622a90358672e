import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';
import { findOtherBrowsers, missingBrowsers } from './find-other-browsers.ts';

/**
 * `npm run check`: every check, fast things first, and a last line `N passed, N failed` that sums all of them.
 *
 * `--soak` runs the large counts of the property tests; `--only=name,name` runs some steps.
 */
interface Outcome {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: string[];
  /** File a runner leaves its counts in; without it the step counts as one check. */
  report?: string;
  env?: Record<string, string>;
}

const soak = process.argv.includes('--soak');
const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice(7)
  .split(',');
const FIXED_SEED = '20261124';
const freshSeed = String(randomInt(1, 2 ** 31));
const runs = { PROPERTY_RUNS: soak ? '10000' : '500' };

const vitest = (project: string, report: string) => [
  'vitest',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

const STEPS: Step[] = [
  { name: 'content', command: ['node', 'src/build/check-content.ts'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'sync', command: ['astro', 'sync'] },
  { name: 'types', command: ['astro', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'] },
  {
    name: 'unit',
    command: vitest('unit', '.tmp/unit.json'),
    report: '.tmp/unit.json',
    env: { ...runs, PROPERTY_SEED: FIXED_SEED, TZ: 'Asia/Shanghai' },
  },
  // No civil date may pass through a clock: what touches dates or formatting says the same in other time zones.
  ...['UTC', 'America/New_York'].map((zone): Step => {
    const name = zone.toLowerCase().replace('/', '-');
    return {
      name,
      command: vitest('dates', `.tmp/${name}.json`),
      report: `.tmp/${name}.json`,
      env: { PROPERTY_RUNS: soak ? '2000' : '100', PROPERTY_SEED: FIXED_SEED, TZ: zone },
    };
  }),
  {
    name: 'fresh',
    command: vitest('property', '.tmp/fresh.json'),
    report: '.tmp/fresh.json',
    env: { ...runs, PROPERTY_SEED: freshSeed },
  },
  { name: 'build', command: ['astro', 'build'] },
  { name: 'dist', command: vitest('dist', '.tmp/dist.json'), report: '.tmp/dist.json' },
  {
    name: 'browser',
    command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
    report: '.tmp/browser.json',
  },
];

mkdirSync('.tmp', { recursive: true });
console.log(`种子 · seeds: ${FIXED_SEED}, ${freshSeed}`);
const total: Outcome = { passed: 0, failed: 0 };
for (const step of STEPS) {
  if (only && !only.includes(step.name)) continue;
  const outcome = runStep(step);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  // Without a site there is nothing for the later steps to look at.
  if (step.name === 'build' && outcome.failed > 0) break;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function runStep({ name, command, report, env = {} }: Step): Outcome {
  console.log(`\n── ${name}`);
  const started = Date.now();
  if (report) rmSync(report, { force: true });
  let browser = {};
  if (name === 'browser') {
    for (const line of missingBrowsers(findOtherBrowsers())) console.log(line);
    try {
      browser = { CHROMIUM: findBrowser() };
    } catch (error) {
      console.error((error as Error).message);
      return { passed: 0, failed: 1 };
    }
  }
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(soak ? { SOAK: '1' } : {}), ...browser, ...env },
  });
  console.log(`   ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  const counted = report && existsSync(report) ? readReport(report) : undefined;
  if (!counted) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  // A runner that ends badly without a failed test (a crash, an error in set-up) has failed all the same.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function readReport(file: string): Outcome {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests?: number;
    numFailedTests?: number;
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  return report.stats
    ? { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky }
    : { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0 };
}
