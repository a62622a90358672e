import { describe, expect, test } from 'vitest';
import { itemPath, settlesItself } from '../../../../src/domain/checklist/item-path.ts';
import { addDays, day } from '../../../../src/domain/day.ts';
import { latestOf } from '../../../../src/domain/learning/learner.ts';
import { pathProgress, readState } from '../../../../src/domain/learning/progress.ts';
import {
  type CardSource,
  cardQuestions,
  figureQuestions,
  listQuestions,
} from '../../../../src/domain/learning/questions.ts';
import { dueQuestions, isKnown, type Remembered, remember } from '../../../../src/domain/learning/repetition.ts';
import { TIME_SPAN } from '../../../../src/i18n/format.ts';
import type { Checklist } from '../../../../src/schema/checklist.ts';
import type { Emergency } from '../../../../src/schema/emergency.ts';
import { entriesOf } from '../../../content/entries.ts';

const stepOf = (step: Emergency['steps'][number]) => ({
  id: step.id,
  text: step.text['zh-CN'],
  within: step.withinSeconds,
  basis: step.source.join(),
});
const cards = [...entriesOf<Emergency>('emergencies')].map(
  ([id, card]): CardSource => ({
    id,
    title: card.title['zh-CN'],
    first: card.first.map(stepOf),
    steps: card.steps.map(stepOf),
    calls: card.calls.map((call) => call.for['zh-CN']),
    report: card.report.map(({ id: of, whom, by, withinMinutes, source }) => ({
      id: of,
      whom: whom['zh-CN'],
      by: by['zh-CN'],
      basis: source.join(),
      minutes: withinMinutes,
    })),
    never: card.never.map(({ id: of, text, source }) => ({ id: of, text: text['zh-CN'], basis: source.join() })),
  }),
);
const time = { text: (seconds: number) => `${seconds} s`, written: TIME_SPAN['zh-CN'] };

describe.each(cards)('questions about $id', (card) => {
  const questions = cardQuestions('step', card, cards, time);
  test('there are some, each with one right answer among three or four different ones', () => {
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const { options, right, id } of questions) {
      expect(
        options.filter((option) => option === right),
        id,
      ).toHaveLength(1);
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test('each says why, and the reason holds the right answer or stands beside it on the card', () => {
    for (const { reason, right, kind, id } of questions) {
      expect(reason.join('').length, id).toBeGreaterThan(0);
      if (kind === 'first' || kind === 'call' || kind === 'never' || kind === 'within')
        expect(reason.join('\n'), id).toContain(right);
    }
  });

  test('what is never to be done is no step, and who is to be called is on the card', () => {
    const steps = [...card.first, ...card.steps].map(({ text }) => text);
    for (const question of questions) {
      if (question.kind === 'never') expect(steps).not.toContain(question.right);
      if (question.kind === 'call') {
        expect(card.calls).toContain(question.right);
        for (const option of question.options) if (option !== question.right) expect(card.calls).not.toContain(option);
      }
    }
  });

  test('a time limit that is asked for does not stand in the question, and there is only one', () => {
    for (const { kind, about, path } of questions) {
      if (kind !== 'within') continue;
      expect(about.step).not.toMatch(time.written);
      const step = [...card.first, ...card.steps].find(({ id }) => path.endsWith(`#${id}`));
      expect(step?.text.match(time.written)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  test('they are the same every time', () => {
    expect(cardQuestions('step', card, cards, time)).toEqual(questions);
  });
});

test('a right answer does not always stand in the same place', () => {
  const places = new Set(
    cards
      .flatMap((card) => cardQuestions(card.id, card, cards, time))
      .map(({ options, right }) => options.indexOf(right)),
  );
  expect(places.size).toBe(4);
});

test('checklists ask for the post of required items', () => {
  for (const [id, list] of entriesOf<Checklist>('checklists')) {
    const items = list.groups.flatMap((group) =>
      group.items.map((item) => ({
        id: item.id,
        label: item.label['zh-CN'],
        role: item.role,
        mandatory: item.mandatory,
        why: item.why['zh-CN'],
      })),
    );
    for (const question of listQuestions('step', { id, title: list.title['zh-CN'], items })) {
      expect(items.some(({ label, role }) => label === question.about.item && role === question.right)).toBe(true);
    }
  }
});

test('a figure with too few others of its kind is not asked', () => {
  const figure = { id: 'a', kind: 'limit' as const, about: {}, figure: '950 mm', reason: [], path: '' };
  expect(figureQuestions('s', [{ ...figure, others: ['1350 mm'] }])).toEqual([]);
  expect(figureQuestions('s', [{ ...figure, others: ['1350 mm', '800 mm', '950 mm'] }])[0]?.options).toHaveLength(3);
});

describe('asking again', () => {
  const today = day('2026-11-24');
  test('right answers come later and later, a wrong one tomorrow', () => {
    let state: Remembered | undefined;
    const days: string[] = [];
    let on = today;
    for (let i = 0; i < 7; i++) {
      state = remember(state, true, on);
      days.push(state.due);
      on = state.due;
    }
    expect(days).toEqual([
      '2026-11-25',
      '2026-11-28',
      '2026-12-05',
      '2026-12-21',
      '2027-01-25',
      '2027-04-25',
      '2027-07-24',
    ]);
    expect(state && isKnown(state)).toBe(true);
    expect(remember(state, false, today)).toEqual({ box: 0, due: addDays(today, 1) });
  });

  test('what is due comes first, the longest waiting before the rest, then what was never asked', () => {
    const states: Record<string, Remembered> = {
      a: { box: 1, due: day('2026-11-24') },
      b: { box: 2, due: day('2026-11-20') },
      c: { box: 1, due: day('2026-11-25') },
    };
    const ids = (most: number) =>
      dueQuestions(
        ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })),
        (id) => states[id],
        today,
        most,
      ).map(({ id }) => id);
    expect(ids(10)).toEqual(['b', 'a', 'd', 'e']);
    expect(ids(2)).toEqual(['b', 'a']);
  });
});

describe('several people on one device', () => {
  const history = [
    { who: '', value: 1 },
    { who: '甲', value: 2 },
    { who: '乙', value: 3 },
    { who: '甲', value: 4 },
  ];
  test('each has what they stated themselves, the latest of it', () => {
    expect(latestOf(history, '甲')?.value).toBe(4);
    expect(latestOf(history, '乙')?.value).toBe(3);
  });
  test('whoever has stated nothing goes on from what nobody in particular stated', () => {
    expect(latestOf(history, '丙')?.value).toBe(1);
    expect(latestOf(history.slice(1), '丙')).toBeUndefined();
  });
  test('what two people learned is no conflict between them', () => {
    expect(settlesItself(itemPath('learning', 'engineering', 'mall'), 'read')).toBe(true);
    expect(settlesItself(itemPath('request', 'x1'), 'subject')).toBe(false);
  });
});

test('a step is to be read again when its version has changed', () => {
  expect(readState(undefined, '1.0')).toBe('unread');
  expect(readState({ version: '1.0', day: '2026-11-24' }, '1.0')).toBe('read');
  expect(readState({ version: '1.0', day: '2026-11-24' }, '1.1')).toBe('again');
  expect(readState({ version: '', day: '2026-11-24' }, '1.1')).toBe('unread');
});

test('the progress of a path counts what was read at its version, and what has changed since apart', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, version: '2.0' }));
  const read: Record<string, string> = { a: '2.0', b: '1.0', c: '' };
  const of = (step: string) => (read[step] === undefined ? undefined : { version: read[step], day: '2026-11-24' });
  expect(pathProgress(steps, of)).toEqual({ read: 1, again: 1, all: 4 });
  expect(pathProgress([], of)).toEqual({ read: 0, again: 0, all: 0 });
});
