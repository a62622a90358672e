import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Element, elementsOf, findAll } from './html.ts';
import { type BuiltPage, builtPages, isRunnable, notFoundPage } from './site.ts';

const pages = [...builtPages(), notFoundPage()];

function policyOf({ root, address }: BuiltPage): Map<string, string[]> {
  const meta = findAll(root, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'content-security-policy');
  if (!meta) throw new Error(`${address} has no policy`);
  return new Map(
    (meta.attributes.content ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

const hash = (body: string) => `'sha256-${createHash('sha256').update(body, 'utf8').digest('base64')}'`;
const bodyOf = (element: Element) => element.children.join('');

/** What is wrong on each page, for a list that is empty when all is well. */
const findOn = (find: (page: BuiltPage) => readonly string[]) =>
  pages.flatMap((page) => find(page).map((fault) => `${page.address}: ${fault}`));

describe('the policy of every page', () => {
  test('allows nothing that is not named', () => {
    expect(
      findOn((page) => {
        const policy = policyOf(page);
        const loose = [...policy].flatMap(([name, values]) =>
          values
            .filter((value) => /^'unsafe-(inline|eval|hashes)'$|^\*|^https?:/.test(value))
            .map((value) => `${name} ${value}`),
        );
        return policy.get('default-src')?.join() === "'none'" ? loose : [...loose, 'default-src is not none'];
      }),
    ).toEqual([]);
  });

  test('stands before everything that it governs', () => {
    expect(
      findOn(({ html }) => {
        const policy = html.indexOf('http-equiv="content-security-policy"');
        return /<(script|style|link)\b/i.test(html.slice(0, policy)) ? ['something comes before the policy'] : [];
      }),
    ).toEqual([]);
  });

  test('has the hash of exactly the inline scripts and styles of the page', () => {
    expect(
      findOn((page) => {
        const policy = policyOf(page);
        const scripts = findAll(page.root, 'script').filter(
          ({ attributes }) => attributes.src === undefined && isRunnable(attributes.type),
        );
        const faults = (directive: string, elements: readonly Element[]) => {
          const allowed = new Set(policy.get(directive)?.filter((value) => value.startsWith("'sha256-")));
          const present = new Set(elements.map((element) => hash(bodyOf(element))));
          return [
            ...[...present].filter((one) => !allowed.has(one)).map((one) => `${directive} lacks ${one}`),
            ...[...allowed]
              .filter((one) => !present.has(one))
              .map((one) => `${directive} allows ${one}, which is not there`),
          ];
        };
        return [...faults('script-src', scripts), ...faults('style-src', findAll(page.root, 'style'))];
      }),
    ).toEqual([]);
  });

  test('meets no style= or on…= attribute', () => {
    expect(
      findOn(({ root }) =>
        [...elementsOf(root)].flatMap(({ tag, attributes }) =>
          Object.keys(attributes)
            .filter((name) => name === 'style' || name.startsWith('on'))
            .map((name) => `<${tag} ${name}>`),
        ),
      ),
    ).toEqual([]);
  });

  test('meets nothing that is fetched from another host', () => {
    expect(
      findOn(({ root }) =>
        [...elementsOf(root)]
          .filter(({ tag }) => tag !== 'a')
          .flatMap(({ tag, attributes: { src, href, action } }) =>
            [src, href, action]
              .filter((url) => url !== undefined && /^(https?:)?\/\//.test(url))
              .map((url) => `<${tag}> ${url}`),
          ),
      ),
    ).toEqual([]);
  });
});
