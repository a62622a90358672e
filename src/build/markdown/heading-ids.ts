interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: Record<string, unknown>;
}

/** `## 参与人员 [#participants]` → a heading with that id. (`{#id}` is a syntax error in MDX.) */
export function headingIds() {
  return (tree: Node): void => {
    for (const node of tree.children ?? []) {
      const last = node.type === 'heading' ? node.children?.at(-1) : undefined;
      if (last?.type !== 'text') continue;
      const match = /\s*\[#([a-z0-9-]+)\]\s*$/.exec(last.value ?? '');
      if (!match) continue;
      last.value = (last.value ?? '').slice(0, match.index);
      node.data = { ...node.data, hProperties: { id: match[1] } };
    }
  };
}
