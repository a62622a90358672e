import { expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../../src/domain/estimators/estimators.ts';
import { MAX_LINK_BYTES, readEstimateLink, writeEstimateLink } from '../../../src/interchange/estimate-link.ts';
import { entries, presetFor } from './entries.ts';

test.each(entries.map(({ id }) => ({ id })))(
  'the preset of $id fits into a link, with its engine version',
  ({ id }) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const link = writeEstimateLink({
        estimator: id,
        engine: ENGINE_VERSION,
        name: '方案 1',
        values: presetFor(id, locale),
      });
      expect(link?.length ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(MAX_LINK_BYTES);
      expect(readEstimateLink(link ?? '')).toMatchObject({
        ok: true,
        engine: ENGINE_VERSION,
        values: presetFor(id, locale),
      });
    }
  },
);

const estimate = {
  estimator: 'community-space',
  engine: '1',
  name: '方案 1',
  values: { fields: { officeM2: '１９７', households: '' }, tables: { rows: [{ id: 'r1', name: 'A-101' }] } },
};

test('a link gives back what went into it', () => {
  expect(readEstimateLink(writeEstimateLink(estimate) ?? '')).toEqual({ ok: true, ...estimate });
});

test('a link that is cut or altered anywhere is refused', () => {
  const link = writeEstimateLink(estimate) ?? '';
  for (let length = 0; length < link.length; length++) expect(readEstimateLink(link.slice(0, length)).ok).toBe(false);
  for (let at = 3; at < link.length; at++) {
    const other = link[at] === 'a' ? 'b' : 'a';
    expect(readEstimateLink(link.slice(0, at) + other + link.slice(at + 1)).ok).toBe(false);
  }
});

test('what is too long for a link is not made into one', () => {
  const rows = Array.from({ length: 500 }, (_, index) => ({ id: `r${index}`, name: `${index * 7919}-${index ** 3}` }));
  expect(writeEstimateLink({ ...estimate, values: { fields: {}, tables: { rows } } })).toBeUndefined();
  expect((writeEstimateLink(estimate) ?? '').length).toBeLessThan(MAX_LINK_BYTES);
});
