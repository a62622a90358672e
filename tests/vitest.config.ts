import { defineConfig } from 'vitest/config';

/** Runners without a browser: `unit` (all of it), `property` (again with a fresh seed), `dates` (again in other time zones), `dist` (needs a build). */
const root = new URL('..', import.meta.url).pathname;
/** The large counts of `npm run soak` take a test of a minute to the better part of an hour. */
const testTimeout = process.env['SOAK'] === '1' ? 3_600_000 : 120_000;
export default defineConfig({
  root,
  test: {
    // One worker fewer than cores is the default: on two cores that would leave one idle.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: { name: 'unit', include: ['tests/{unit,content,architecture}/**/*.test.ts'], testTimeout },
      },
      { root, test: { name: 'property', include: ['tests/unit/**/*.property.test.ts'], testTimeout } },
      {
        root,
        test: {
          name: 'dates',
          include: [
            'tests/unit/{i18n,interchange}/**/*.test.ts',
            'tests/unit/domain/{calendar,checklist,schedule}/**/*.test.ts',
            'tests/unit/domain/*.test.ts',
          ],
          // A spreadsheet program recalculates numbers: its clock has no say in them.
          exclude: ['**/*-recalculation.test.ts'],
          testTimeout,
        },
      },
      { root, test: { name: 'dist', include: ['tests/dist/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
