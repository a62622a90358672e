import { checkContent } from './content/check.ts';
import { describeProblem } from './content/problem.ts';

/** `npm run check:content`: prints every problem of every content file, in both languages; exit code 1 if there is one. */
const { problems, counts } = checkContent(process.cwd());
for (const problem of problems) console.error(`${describeProblem(problem)}\n`);
const tally = Object.entries(counts)
  .map(([kind, count]) => `${kind} ${count}`)
  .join(', ');
console.log(`content: ${problems.length} problems / 个问题 (${tally})`);
process.exitCode = problems.length > 0 ? 1 : 0;
