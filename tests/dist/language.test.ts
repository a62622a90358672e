import { expect, test } from 'vitest';
import { elementsOf, languageOf, textsOf } from './html.ts';
import { builtPages } from './site.ts';

const HAN = /\p{Script=Han}/u;
/** An official name after its translation, in brackets or quotation marks: "Civil Code (民法典)". */
const NAMED = /[(“《][^()“”《》]*[)”》]/gu;
const READ_ALOUD = ['alt', 'aria-label', 'content', 'placeholder', 'title', 'value', 'label'];

test('an English page has Chinese only in names in brackets or quotation marks, and where the language is marked', () => {
  const strayed = builtPages()
    .filter(({ locale }) => locale === 'en')
    .flatMap(({ address, root }) => {
      const texts = [...textsOf(root)];
      for (const element of elementsOf(root)) {
        for (const name of READ_ALOUD) {
          const value = element.attributes[name];
          if (value !== undefined) texts.push([value, element]);
        }
      }
      return texts
        .filter(([text, element]) => !languageOf(element).startsWith('zh') && HAN.test(text.replace(NAMED, '')))
        .map(([text]) => `${address} ${text.trim().slice(0, 60)}`);
    });
  expect(strayed).toEqual([]);
});

test('an English page has no Chinese punctuation but where the language is marked or a Chinese name is quoted', () => {
  const strayed = builtPages()
    .filter(({ locale }) => locale === 'en')
    .flatMap(({ address, root }) =>
      [...textsOf(root)]
        .filter(
          ([text, element]) =>
            !languageOf(element).startsWith('zh') && /[，。；：、！？（）]/u.test(text.replace(NAMED, '')),
        )
        .map(([text]) => `${address} ${text.trim().slice(0, 60)}`),
    );
  expect(strayed).toEqual([]);
});
