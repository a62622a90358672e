import type { ItemPath } from './item-path.ts';
import type { Json } from './json.ts';

/** A value to be written; `null` takes a value away. */
export interface Change {
  readonly item: ItemPath;
  readonly field: string;
  readonly value: Json;
}
