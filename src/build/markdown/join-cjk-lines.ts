interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const CJK = '[\\u2e80-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BREAK = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'g');

/** A line break in the source between two Chinese characters would be shown as a gap; it is dropped. */
export function joinCjkLines() {
  return function visit(node: Node): void {
    if (node.type === 'text' && node.value) node.value = node.value.replace(BREAK, '');
    node.children?.forEach(visit);
  };
}
