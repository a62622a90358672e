interface Node {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { type: string; name: string; value: string | null }[];
  children?: Node[];
}

/** What ends a sentence, or a head before the colon: after it a name begins with its capital. */
const ENDED = /(?:^|[.:!?…])\s*$/;

/**
 * A post is written large where a sentence or a cell begins and small within one: "led by the project manager". English only; the
 * name stands in `content/roles` once, with its capital.
 */
export function roleCase() {
  return (tree: Node, file: { path?: string }): void => {
    if ((file.path ?? '').replaceAll('\\', '/').includes('/content/handbook/en/')) markWithin(tree, { before: '' });
  };
}

function markWithin(node: Node, so: { before: string }): void {
  for (const child of node.children ?? []) {
    if (child.type === 'text') so.before += child.value ?? '';
    else if (child.name === 'Role') {
      if (!ENDED.test(so.before)) child.attributes?.push({ type: 'mdxJsxAttribute', name: 'within', value: null });
      so.before += 'role';
    } else markWithin(child, isInline(child) ? so : { before: '' });
  }
}

function isInline(node: Node & { tagName?: string }): boolean {
  return (
    node.type === 'mdxJsxTextElement' || ['strong', 'em', 'a', 'button', 'code', 'span'].includes(node.tagName ?? '')
  );
}
