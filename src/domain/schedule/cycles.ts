import type { Network } from './network.ts';

export interface Order {
  /** Nodes that have dates, each behind everything it waits for. */
  readonly nodes: Int32Array;
  /** Ids of rows and stages that wait for one another; each circle sorted as its links run, starting with its smallest id. */
  readonly cycles: readonly (readonly string[])[];
  /** Ids of rows that are on no circle but behind one. */
  readonly waiting: readonly string[];
}

/** Puts the nodes in an order in which they can be reckoned, and names those for which there is none. */
export function orderNodes(network: Network): Order {
  const { count, intoStart, outStart, out, to } = network;
  const open = new Int32Array(count);
  const queue = new Int32Array(count);
  let filled = 0;
  for (let n = 0; n < count; n++) {
    open[n] = (intoStart[n + 1] as number) - (intoStart[n] as number);
    if (open[n] === 0) queue[filled++] = n;
  }
  for (let read = 0; read < filled; read++) {
    const node = queue[read] as number;
    for (let i = outStart[node] as number; i < (outStart[node + 1] as number); i++) {
      const next = to[out[i] as number] as number;
      open[next] = (open[next] as number) - 1;
      if (open[next] === 0) queue[filled++] = next;
    }
  }
  if (filled === count) return { nodes: queue, cycles: [], waiting: [] };
  const isStuck = (node: number): boolean => (open[node] as number) > 0;
  const rings = strongComponents(network, isStuck);
  const onRing = new Set(rings.flat());
  const ringIds = new Set(rings.flat().map((node) => network.ids[node] as string));
  const waiting = new Set<string>();
  for (let n = 0; n < network.rowCount; n++) {
    if (isStuck(n) && !onRing.has(n) && !ringIds.has(network.ids[n] as string)) waiting.add(network.ids[n] as string);
  }
  return {
    nodes: queue.slice(0, filled),
    cycles: rings.map((ring) => nameRing(network, ring)).sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)),
    waiting: [...waiting].sort(),
  };
}

/** Sets of two or more stuck nodes that reach one another, or single ones that link to themselves (Tarjan, without recursion). */
function strongComponents(network: Network, isStuck: (node: number) => boolean): number[][] {
  const { count, outStart, out, to } = network;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const found: number[][] = [];
  let next = 0;
  for (let root = 0; root < count; root++) {
    if (!isStuck(root) || index[root] !== -1) continue;
    const calls: { node: number; at: number }[] = [{ node: root, at: outStart[root] as number }];
    while (calls.length > 0) {
      const call = calls[calls.length - 1] as { node: number; at: number };
      const { node } = call;
      if (index[node] === -1) {
        index[node] = low[node] = next++;
        stack.push(node);
        onStack[node] = 1;
      }
      if (call.at < (outStart[node + 1] as number)) {
        const child = to[out[call.at++] as number] as number;
        if (!isStuck(child)) continue;
        if (index[child] === -1) calls.push({ node: child, at: outStart[child] as number });
        else if (onStack[child] === 1) low[node] = Math.min(low[node] as number, index[child] as number);
        continue;
      }
      calls.pop();
      const caller = calls[calls.length - 1];
      if (caller) low[caller.node] = Math.min(low[caller.node] as number, low[node] as number);
      if (low[node] !== index[node]) continue;
      const ring: number[] = [];
      for (let member = -1; member !== node; ) {
        member = stack.pop() as number;
        onStack[member] = 0;
        ring.push(member);
      }
      if (ring.length > 1 || linksOf(network, node).includes(node)) found.push(ring);
    }
  }
  return found;
}

function linksOf({ outStart, out, to }: Network, node: number): number[] {
  const ends: number[] = [];
  for (let i = outStart[node] as number; i < (outStart[node + 1] as number); i++)
    ends.push(to[out[i] as number] as number);
  return ends;
}

/** Ids of a ring: along its links where each member leads to one other only, else sorted. */
function nameRing(network: Network, ring: readonly number[]): string[] {
  const members = new Set(ring);
  const idOf = (node: number): string => network.ids[node] as string;
  const sorted = [...ring].sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0));
  const nextOf = (node: number): number[] => [...new Set(linksOf(network, node).filter((end) => members.has(end)))];
  if (ring.some((node) => nextOf(node).length !== 1)) return [...new Set(sorted.map(idOf))];
  const walk: string[] = [];
  let at = sorted[0] as number;
  do {
    if (walk[walk.length - 1] !== idOf(at)) walk.push(idOf(at));
    at = nextOf(at)[0] as number;
  } while (at !== sorted[0]);
  if (walk.length > 1 && walk[0] === walk[walk.length - 1]) walk.pop();
  return walk;
}
