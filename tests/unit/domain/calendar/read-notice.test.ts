import { describe, expect, test } from 'vitest';
import { noticeYear, readNotice } from '../../../../src/domain/calendar/read-notice.ts';
import { OFFICIAL } from './official.ts';

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('a pasted notice', () => {
  test('of 2026 gives the year as the content has it', () => {
    const { year, faults, otherYears } = readNotice(NOTICE_2026, 2026);
    const known = OFFICIAL.find((one) => one.year === 2026);
    expect(faults).toEqual([]);
    expect(otherYears).toEqual({ off: [], work: [] });
    expect(year.off).toEqual([...(known?.off ?? [])].sort());
    expect(year.work).toEqual(known?.work);
  });

  test('is of the year in its title, whatever was printed above that', () => {
    const above = '发文字号：国办发明电〔2026〕7号\n2026年11月4日\n国务院办公厅关于2027年部分节假日安排的通知\n';
    expect(noticeYear(above)).toBe(2027);
    expect(noticeYear('２０２８ 年节假日安排')).toBe(2028);
    expect(noticeYear('2027-02-05 off')).toBe(2027);
    expect(noticeYear('元旦：1月1日放假')).toBeUndefined();
  });

  test('may reach over the turn of the year', () => {
    const { year, otherYears } = readNotice('元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
    expect(year.off).toEqual(['2023-01-01', '2023-01-02']);
    expect(otherYears.off).toEqual(['2022-12-31']);
  });

  test('may be a plain list, and says what it cannot use', () => {
    expect(readNotice('2027-02-05 off\n2027/2/14 上班\n2027-02-30 off', 2027)).toMatchObject({
      year: { off: ['2027-02-05'], work: ['2027-02-14'] },
      faults: [{ code: 'no-such-day' }],
    });
    expect(readNotice('没有日期', 2027).faults).toEqual([{ code: 'nothing-found', text: '没有日期' }]);
    expect(readNotice('5月1日放假。5月1日上班。', 2027).faults).toEqual([
      { code: 'off-and-worked', text: '2027-05-01' },
    ]);
  });
});
