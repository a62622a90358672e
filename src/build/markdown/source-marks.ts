interface Node {
  type: string;
  name?: string | null;
  value?: string;
  children?: Node[];
}

/** A small number that leads to a source. */
export function isSourceMark(node: Node | undefined): boolean {
  return node?.type === 'mdxJsxTextElement' && node.name === 'Src';
}

/**
 * A source mark stands at the word it belongs to, never first in the next line: no space before it. A figure would read as a power of
 * itself, and two marks as one number, so between those the space stays, but does not break.
 */
export function sourceMarks() {
  return function visit(node: Node): void {
    const children = node.children ?? [];
    children.forEach((child, i) => {
      if (child.type !== 'text') visit(child);
      else if (isSourceMark(children[i + 1])) child.value = beforeMark(child.value ?? '');
    });
  };
}

function beforeMark(text: string): string {
  const words = text.trimEnd();
  if (words === text) return text;
  return words === '' || /\d$/.test(words) ? `${words}\u00A0` : words;
}
