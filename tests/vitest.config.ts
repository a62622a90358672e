import { defineConfig } from 'vitest/config';

/**
 * Runners without a browser: `unit` (all of it), `property` (again with a fresh seed), `utc` and `new-york` (dates again in other
 * time zones), `dist` (needs a build). All but the last run together, so that no core waits for a slow file at the end of a step.
 */
const root = new URL('..', import.meta.url).pathname;
const freshSeed = process.env['FRESH_SEED'];
const soak = process.env['SOAK'] === '1';
/** The large counts of `npm run soak` take a test of a minute to the better part of an hour. */
const testTimeout = soak ? 3_600_000 : 120_000;

/** No civil date may pass through a clock: what touches dates or formatting says the same in other time zones. */
const datesIn = (name: string, zone: string) => ({
  root,
  test: {
    name,
    include: [
      'tests/unit/{i18n,interchange}/**/*.test.ts',
      'tests/unit/domain/{calendar,checklist,schedule}/**/*.test.ts',
      'tests/unit/domain/*.test.ts',
    ],
    // A spreadsheet program recalculates numbers: its clock has no say in them.
    exclude: ['**/*-recalculation.test.ts'],
    testTimeout,
    env: { TZ: zone, PROPERTY_RUNS: soak ? '2000' : '100' },
  },
});

export default defineConfig({
  root,
  test: {
    // One worker fewer than cores is the default: on two cores that would leave one idle.
    maxWorkers: '100%',
    // A file finds its modules loaded: they are pure, and a test that leaned on another's leavings would fail when run alone.
    isolate: false,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/{unit,content,architecture}/**/*.test.ts'],
          testTimeout,
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      datesIn('utc', 'UTC'),
      datesIn('new-york', 'America/New_York'),
      {
        root,
        test: {
          name: 'property',
          include: ['tests/unit/**/*.property.test.ts'],
          testTimeout,
          env: freshSeed ? { PROPERTY_SEED: freshSeed } : {},
        },
      },
      { root, test: { name: 'dist', include: ['tests/dist/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
