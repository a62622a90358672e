import { unified } from '@astrojs/markdown-remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import { emptyHeaderCells } from './empty-header-cells.ts';
import { glossaryTerms } from './glossary-terms.ts';
import { headingIds } from './heading-ids.ts';
import { joinCjkLines } from './join-cjk-lines.ts';
import { markChinese } from './mark-chinese.ts';
import { roleCase } from './role-case.ts';
import { sourceMarks } from './source-marks.ts';

/**
 * How the prose becomes HTML. Astro 7's default processor leaves `**注意：**请` as literal asterisks, so this is unified with plugins
 * that know Chinese.
 */
export function handbookMarkdown() {
  return unified({
    smartypants: false,
    remarkPlugins: [remarkCjkFriendly, remarkCjkFriendlyGfmStrikethrough, headingIds, joinCjkLines],
    rehypePlugins: [sourceMarks, glossaryTerms, roleCase, markChinese, emptyHeaderCells],
  });
}
