import { isNode, LineCounter, parseDocument } from 'yaml';
import type { ContentProblem } from './problem.ts';

export interface YamlFile {
  data: unknown;
  problems: ContentProblem[];
  /** 1-based line of the value at `path`, or of its nearest parent that exists. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Parses YAML text and keeps where everything stands. Syntax errors and repeated keys are problems, and then `data` is undefined. */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = [...doc.errors, ...doc.warnings].map((error): ContentProblem => {
    const what = error.message.split('\n')[0] ?? error.message;
    return {
      code: 'yaml',
      file,
      line: lines.linePos(error.pos[0]).line,
      where: '',
      what: { 'zh-CN': `YAML 读不懂，多半是缩进、引号或冒号（${what}）`, en: `This is not valid YAML: ${what}` },
      fix: {
        'zh-CN': '检查缩进、引号和冒号；含“: ”或以特殊符号开头的文字要加引号。',
        en: 'Check indentation, quotes and colons; quote texts that hold ": " or start with a symbol.',
      },
    };
  });
  return {
    data: doc.errors.length > 0 ? undefined : doc.toJS(),
    problems,
    lineOf(path) {
      for (let depth = path.length; depth > 0; depth--) {
        const node = doc.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}
