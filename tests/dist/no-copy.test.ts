import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readKind } from '../../src/build/content/read.ts';
import { chineseOf, hashRun, RUN_LENGTH, readSourceShingles, shinglesOf } from '../fixtures/shingles.ts';
import { textOf } from './html.ts';
import { builtPages } from './site.ts';

const source = readSourceShingles();

/** Titles of laws and standards, and of posts: each has one name, and it is the same everywhere. */
const names = [
  ...readKind(process.cwd(), 'sources').entries.map(
    ({ data }) => (data as { title: { 'zh-CN': string } }).title['zh-CN'],
  ),
  ...readKind(process.cwd(), 'roles').entries.map(({ data }) => (data as { name: { 'zh-CN': string } }).name['zh-CN']),
].map(onlyChinese);

function onlyChinese(text: string): string {
  return text.replace(/[^\u4e00-\u9fff]/g, '');
}

/** At least four short parts or names: a list of things has no other words than theirs. */
function isEnumeration(text: string): boolean {
  const parts = text.split(/[^\u4e00-\u9fff]+/).filter(Boolean);
  return parts.length >= 4 && parts.every((part) => part.length <= 8 || names.some((name) => name.includes(part)));
}

/** Runs of a text that stand in the source too. */
function findCopied(text: string): string[] {
  const { codes, at } = chineseOf(text);
  const copied: string[] = [];
  for (let i = 0; i + RUN_LENGTH <= codes.length; i++) {
    if (!source.has(hashRun(codes, i))) continue;
    const run = text.slice(at[i], (at[i + RUN_LENGTH - 1] ?? 0) + 1);
    i += RUN_LENGTH - 1;
    if (isEnumeration(run) || names.some((name) => name.includes(onlyChinese(run)))) continue;
    copied.push(run);
  }
  return copied;
}

describe('the words are our own', () => {
  test('the hashes of the source tell a copied run from one that is not', () => {
    expect(source.size).toBeGreaterThan(10_000);
    const text = '春眠不觉晓处处闻啼鸟夜来风雨声花落知多少白日依山尽';
    expect(shinglesOf(text)).toHaveLength(2);
    expect(findCopied(text)).toEqual([]);
  });

  test('no page has 24 Chinese characters in a row from the source', () => {
    const copied = builtPages()
      .filter(({ locale }) => locale === 'zh-CN')
      .flatMap(({ address, root }) => findCopied(textOf(root, '\n')).map((run) => `${address} ${run}`));
    expect(copied).toEqual([]);
  });

  test('nor has any file of the content or of the interface', () => {
    const copied = globSync(['content/**/*.{yaml,mdx,md}', 'src/**/*.{ts,tsx,astro}', 'tests/**/*.{ts,yaml}'])
      .sort()
      .flatMap((file) => findCopied(readFileSync(file, 'utf8')).map((run) => `${file} ${run}`));
    expect(copied).toEqual([]);
  });
});
