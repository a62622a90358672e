import { spawn } from 'node:child_process';
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

/** Lanes of a stage run side by side, the steps of a lane one after the other: two cores, and compilers that use one. */
type Stage = readonly (readonly Step[])[];

const STAGES: readonly Stage[] = [
  [[{ name: 'sync', command: ['astro', 'sync'] }]],
  [
    [
      {
        name: 'types',
        command: ['astro', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
      },
    ],
    [
      { name: 'content', command: ['node', 'src/build/check-content.ts'] },
      { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
      { name: 'build', command: ['astro', 'build'] },
    ],
  ],
  [
    [
      {
        name: 'tests',
        command: [
          ...['vitest', 'run', '--config', 'tests/vitest.config.ts'],
          ...['--reporter=default', '--reporter=json', '--outputFile.json=.tmp/tests.json'],
        ],
        report: '.tmp/tests.json',
        env: { PROPERTY_RUNS: soak ? '10000' : '500', PROPERTY_SEED: FIXED_SEED, FRESH_SEED: freshSeed },
      },
    ],
  ],
  [
    [
      {
        name: 'browser',
        command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
        report: '.tmp/browser.json',
      },
    ],
  ],
];

mkdirSync('.tmp', { recursive: true });
console.log(`种子 · seeds: ${FIXED_SEED}, ${freshSeed}`);
const outcomes: Outcome[] = [];
for (const stage of STAGES) {
  const lanes = await Promise.all(stage.map((lane) => runLane(lane, stage.length > 1)));
  outcomes.push(...lanes.flatMap((lane) => lane.outcomes));
  // Without a site there is nothing for the later steps to look at.
  if (lanes.some(({ hasSite }) => !hasSite)) break;
}
const [passed, failed] = (['passed', 'failed'] as const).map((key) =>
  outcomes.reduce((sum, outcome) => sum + outcome[key], 0),
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed !== 0 ? 0 : 1;

async function runLane(steps: readonly Step[], isBesideOthers: boolean) {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (only && !only.includes(step.name)) continue;
    const outcome = await runStep(step, isBesideOthers);
    outcomes.push(outcome);
    if (step.name === 'build' && outcome.failed > 0) return { outcomes, hasSite: false };
  }
  return { outcomes, hasSite: true };
}

/** Beside others a step speaks when it has ended, so that their words do not mix. */
async function runStep({ name, command, report, env = {} }: Step, isBesideOthers: boolean): Promise<Outcome> {
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
  const heading = `\n── ${name}`;
  if (!isBesideOthers) console.log(heading);
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: isBesideOthers ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...(soak ? { SOAK: '1' } : {}), ...browser, ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words: Buffer) => said.push(words));
  const status = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      said.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  if (isBesideOthers) console.log(`${heading}\n${Buffer.concat(said)}`);
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
