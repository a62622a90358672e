import fc from 'fast-check';

/** `PROPERTY_RUNS` and `PROPERTY_SEED` steer every property test; a failure prints the seed to repeat it. */
export function configureProperties(): void {
  const seed = process.env['PROPERTY_SEED'];
  fc.configureGlobal({
    numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
