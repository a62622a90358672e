import type { Loader } from 'astro/loaders';
import type { KindName } from '../../schema/kinds.ts';
import { describeProblem } from './problem.ts';
import { readKind } from './read.ts';

/**
 * Astro loader over the same reader as the content check: a file that cannot be used stops the build.
 * Astro 7's own `file()` loader only logs such files and exits 0.
 */
export function strictYaml(kind: KindName): Loader {
  return {
    name: `strict-yaml:${kind}`,
    async load({ store, watcher, config }) {
      const root = new URL('.', config.root).pathname;
      const fill = () => {
        const { entries, problems } = readKind(decodeURIComponent(root), kind);
        if (problems.length > 0) throw new Error(`\n${problems.map(describeProblem).join('\n\n')}\n`);
        store.clear();
        for (const [place, { id, data, file }] of entries.entries()) {
          // The store sorts by id; `place` keeps the order in which the author wrote (see components/in-file-order.ts).
          store.set({
            id,
            data: data as Record<string, unknown>,
            filePath: file,
            rendered: { html: '', metadata: { place } },
          });
        }
      };
      fill();
      watcher?.on('change', (path) => {
        if (path.replaceAll('\\', '/').includes(`/content/${kind}/`)) fill();
      });
    },
  };
}
