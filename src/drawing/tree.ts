import { type Box, type Drawing, NARROW, NOTE, PAD, type Path, setWords, type Words } from './drawing.ts';
import { textWidth } from './text-lines.ts';

export interface TreeNode extends Words {
  id: string;
  parent?: string;
  /** A short figure at the right end, e.g. how many people hold the post. */
  count?: string;
}

const INDENT = 18;
const GAP = 7;

/**
 * An indented tree with elbow lines, children below their parent in the order given. A node whose parent is unknown is a root.
 * @throws {RangeError} when nodes are each other's ancestors
 */
export function drawTree(nodes: readonly TreeNode[]): Drawing {
  const ids = new Set(nodes.map(({ id }) => id));
  const childrenOf = (id: string | undefined): readonly TreeNode[] =>
    nodes.filter(({ parent }) => (parent !== undefined && ids.has(parent) ? parent : undefined) === id);
  const boxes: Box[] = [];
  const paths: Path[] = [];
  let y = 1;
  /** Returns the middle of the first line of the box, where an elbow meets it. */
  const place = (node: TreeNode, depth: number): number => {
    const x = 1 + depth * INDENT;
    const width = NARROW - 1 - x;
    const countRoom = node.count === undefined ? 0 : textWidth(node.count, NOTE) + PAD;
    const { lines, bottom } = setWords(node, x + PAD, y + 5, width - 2 * PAD - countRoom);
    if (node.count !== undefined) {
      const line = { x: x + width - PAD, y: lines[0]?.y ?? y + 20, text: node.count };
      lines.push({ ...line, tone: 'note', anchor: 'end' });
    }
    const [top, height] = [y, bottom + 5 - y];
    boxes.push({ id: node.id, x, y: top, width, height, tone: depth === 0 ? 'fill' : 'box', lines });
    y = top + height + GAP;
    const joints = childrenOf(node.id).map((child) => place(child, depth + 1));
    const trunk = x + INDENT / 2;
    const last = joints.at(-1);
    if (last !== undefined) {
      paths.push({
        d: `M${trunk} ${top + height}V${last}${joints.map((joint) => `M${trunk} ${joint}h${INDENT / 2}`).join('')}`,
        tone: 'line',
      });
    }
    return top + 15;
  };
  for (const root of childrenOf(undefined)) place(root, 0);
  if (boxes.length !== nodes.length) throw new RangeError('some nodes of the tree are their own ancestors');
  return { width: NARROW, height: y - GAP + 1, boxes, paths, texts: [] };
}
