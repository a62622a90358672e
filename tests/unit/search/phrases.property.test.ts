import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { Phrases } from '../../../src/search/phrases.ts';
import { Places } from '../../../src/search/places.ts';

const word = fc.constantFrom(
  ...[
    'fire',
    'fires',
    'firing',
    'control',
    'controls',
    'controlled',
    'room',
    'rooms',
    'tender',
    'tenders',
    'tendering',
  ],
  ...['tenderly', 'need', 'needing', 'needle', 'plan', 'planned', 'planner', 'a', 'the', '4', 'm2'],
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const query = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '))
  .filter((text) => /^[a-z ]+$/.test(text));

async function placesOf(titles: readonly string[], lines: readonly string[]): Promise<Places> {
  const places = new Places();
  places.addTitles(`stamp\n${titles.map((title, i) => `page/${i}\t${title}\t\t\t`).join('\n')}`);
  const texts = titles.map((_, i) => `\tp${i}\n${lines.filter((__, n) => n % titles.length === i).join('\n')}`);
  await places.addText(`stamp\n${texts.join('\n')}`, async () => {});
  return places;
}

describe('phrases', () => {
  test.prop([fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(line, { maxLength: 12 }), query])(
    'a phrase that was typed letter by letter stands where it stands when it is typed at once',
    async (titles, lines, text) => {
      const places = await placesOf(titles, lines);
      const typed = new Phrases(places);
      for (let end = 1; end <= text.length; end++) {
        const now = text.slice(0, end).trim();
        expect(typed.of(now)).toEqual(new Phrases(places).of(now));
      }
    },
  );

  test.prop([line, line])('what is read later is found too', async (title, text) => {
    const places = await placesOf([title], []);
    const phrases = new Phrases(places);
    phrases.of(text);
    await places.addText(`stamp\n\tp0\n${text}`, async () => {});
    expect(phrases.of(text)).toEqual(new Phrases(places).of(text));
  });
});
