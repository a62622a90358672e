interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const CHINESE = /(\p{Script=Han}+(?:[、，：；（）“”]\p{Script=Han}+)*)/u;

/** Chinese words in English prose are marked as Chinese, so that they are read aloud and set as such. */
export function markChinese() {
  return (tree: Node, file: { path?: string }): void => {
    if ((file.path ?? '').replaceAll('\\', '/').includes('/content/handbook/en/')) markIn(tree);
  };
}

function markIn(node: Node): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child): Node[] => {
    if (child.type !== 'text') {
      markIn(child);
      return [child];
    }
    // Splitting by a pattern with a group puts what was found at the odd places.
    return (child.value ?? '').split(CHINESE).flatMap((value, i): Node[] => {
      const text: Node = { type: 'text', value };
      if (value === '') return [];
      return [i % 2 ? { type: 'element', tagName: 'span', properties: { lang: 'zh-CN' }, children: [text] } : text];
    });
  });
}
