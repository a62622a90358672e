import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from '../content/check.ts';
import { describeProblem } from '../content/problem.ts';

/** Stops a build before it starts when any content file has a problem: Astro 7 itself only logs a dangling reference and exits 0. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'handbook:content-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        const { problems } = checkContent(fileURLToPath(config.root));
        if (problems.length === 0) return;
        throw new Error(
          `\n${problems.map(describeProblem).join('\n\n')}\n\n${problems.length} content problems / 个内容问题`,
        );
      },
    },
  };
}
