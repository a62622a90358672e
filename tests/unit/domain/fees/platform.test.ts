import { describe, expect, test } from 'vitest';
import { exact, exactText } from '../../../../src/domain/exact.ts';
import { fundPlatform, type PlatformFundingInput } from '../../../../src/domain/fees/platform-funding.ts';
import { reckonServiceRates, type ServiceItem } from '../../../../src/domain/fees/service-rates.ts';
import { yuanText } from '../../../../src/domain/money.ts';

const source: PlatformFundingInput = {
  towns: 7,
  villages: 160,
  weakTowns: 2,
  townWindowYuan: '200000',
  villageYuan: '30000',
  districtPoolYuan: '10000000',
  awardFundYuan: '10000000',
  transferYuanPerWeakTown: '2000000',
  computersPerVillage: 2,
};
const fund = (more: Partial<PlatformFundingInput> = {}) => {
  const result = fundPlatform({ ...source, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('platform funding', () => {
  test('need = town windows + villages + own lines; the district pool covers it', () => {
    const { need, needTotal, balance } = fund();
    expect(need.map(({ amountFen }) => yuanText(amountFen))).toEqual(['1400000.00', '4800000.00']);
    expect(yuanText(needTotal.amountFen)).toBe('6200000.00');
    expect([balance.kind, yuanText(balance.amountFen)]).toEqual(['surplus', '3800000.00']);
    const more = fund({ needs: [{ id: 'network', quantity: 1, unitYuan: '5000000' }] });
    expect([more.balance.kind, yuanText(more.balance.amountFen)]).toEqual(['gap', '1200000.00']);
  });

  test('the award fund and the transfers count by choice', () => {
    expect(yuanText(fund({ countsAwardFund: true }).coverTotal.amountFen)).toBe('20000000.00');
    expect(yuanText(fund({ countsTransfers: true }).coverTotal.amountFen)).toBe('14000000.00');
    expect(fund({ countsTransfers: true }).assumptions).toContainEqual({
      id: 'transfers',
      value: 'counted',
      isDefault: false,
    });
  });

  test('two computers a village', () => {
    expect(fund().equipment).toEqual({ townWindows: 7n, villageStations: 160n, computers: 320n });
  });

  test('nothing needs nothing; wrong numbers are named', () => {
    expect(fund({ towns: 0, villages: 0, weakTowns: 0, districtPoolYuan: 0 }).balance.kind).toBe('even');
    expect(fundPlatform({ ...source, villages: '1.5', towns: 1, awardFundYuan: '' })).toEqual({
      ok: false,
      problems: [
        { path: 'villages', code: 'not-whole' },
        { path: 'weakTowns', code: 'wrong-order' },
        { path: 'awardFundYuan', code: 'missing' },
      ],
    });
    expect(fundPlatform({ ...source, villages: '1e12' })).toEqual({
      ok: false,
      problems: [{ path: 'needTotal', code: 'too-large' }],
    });
  });
});

describe('the three rates', () => {
  const targets = { 'one-stop': 90, 'online-filing': 80, 'wholly-online': 50 };
  const items = (count: number, oneStop: number, filing: number, online: number): ServiceItem[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `item-${index}`,
      ways: { 'one-stop': index < oneStop, 'online-filing': index < filing, 'wholly-online': index < online },
    }));

  test('shares of the items, and how many are still missing for each', () => {
    const result = reckonServiceRates(items(31, 27, 25, 3), targets);
    expect(
      result.ok &&
        result.rates.map(({ id, share, needed, missing, isMet }) => [
          id,
          exactText(share ?? exact(0)),
          needed,
          missing,
          isMet,
        ]),
    ).toEqual([
      ['one-stop', '27/31', 28, 1, false],
      ['online-filing', '25/31', 25, 0, true],
      ['wholly-online', '3/31', 16, 13, false],
    ]);
  });

  test('exactly on target is met; an empty list has no rate', () => {
    const result = reckonServiceRates(items(10, 9, 8, 5), targets);
    expect(result.ok && result.rates.every(({ isMet }) => isMet)).toBe(true);
    const empty = reckonServiceRates([], targets);
    expect(empty.ok && empty.rates.map(({ share, missing, isMet }) => [share, missing, isMet])).toEqual([
      [undefined, 0, undefined],
      [undefined, 0, undefined],
      [undefined, 0, undefined],
    ]);
  });
});
