import { performance } from 'node:perf_hooks';
import { ESTIMATORS, type EstimatorId, estimate } from '../../src/domain/estimators/estimators.ts';
import { shapeFor } from '../unit/estimators/entries.ts';
import { largeForm } from '../unit/estimators/large.ts';

/** `node tests/bench/estimators.ts`: how long an estimator reckons after a change, with 50 and 500 rows. */
for (const id of Object.keys(ESTIMATORS) as EstimatorId[]) {
  for (const count of [50, 500]) {
    const form = largeForm(id, count);
    if (!form) continue;
    const shape = shapeFor(id);
    for (let warm = 0; warm < 10; warm++) estimate(id, shape, form);
    const times: number[] = [];
    for (let run = 0; run < 20; run++) {
      const begun = performance.now();
      const result = estimate(id, shape, form);
      times.push(performance.now() - begun);
      if (!result.ok) throw new Error(`${id}: ${JSON.stringify(result.problems.slice(0, 3))}`);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] as number).toFixed(2).padStart(8);
    console.log(
      `${id.padEnd(22)} ${String(count).padStart(4)} rows  median ${at(0.5)} ms  slowest tenth ${at(0.9)} ms`,
    );
  }
}
