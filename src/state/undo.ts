import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import type { ItemPath } from '../domain/checklist/item-path.ts';
import { canonicalJson, type Json } from '../domain/checklist/json.ts';
import type { AnswerRecord } from '../domain/checklist/record.ts';

/** A field to be brought to a state: no value, one value, or several that wait for a decision. */
export interface Target {
  readonly item: ItemPath;
  readonly field: string;
  readonly values: readonly Json[];
}

/** What one action of the reader did to its fields. */
export interface Step {
  readonly before: readonly Target[];
  readonly after: readonly Target[];
}

/** The unequal values that hold for a field now. */
export function valuesOf(index: AnswerIndex, item: ItemPath, field: string): readonly Json[] {
  const { heads } = index.current(item, field);
  const [only] = heads;
  if (only && heads.length === 1) return [only.value];
  const values = new Map(heads.map(({ value }) => [canonicalJson(value), value]));
  return [...values.values()];
}

/**
 * The steps of one opening of a project. Undoing is writing the former value again, so it can be undone, merged and
 * read in the history like anything else.
 *
 * A step is skipped, and forgotten, when one of its fields has meanwhile been written by somebody else: undo takes
 * back one's own work and nobody else's.
 */
export class UndoStack {
  readonly #undo: Step[] = [];
  readonly #redo: Step[] = [];
  readonly #index: AnswerIndex;
  readonly #isOwn: (record: AnswerRecord) => boolean;
  readonly #isLocked: (target: Target) => boolean;

  /** @param isLocked - Steps with such a field are skipped and forgotten too. */
  constructor(
    index: AnswerIndex,
    isOwn: (record: AnswerRecord) => boolean,
    isLocked: (target: Target) => boolean = () => false,
  ) {
    this.#index = index;
    this.#isOwn = isOwn;
    this.#isLocked = isLocked;
  }

  push(step: Step): void {
    this.#undo.push(step);
    this.#redo.length = 0;
  }

  // The last step first: it usually holds, and an early one may be an import of thousands of fields.
  canUndo(): boolean {
    return this.#undo.findLast(({ after }) => this.#isAsLeft(after)) !== undefined;
  }

  canRedo(): boolean {
    return this.#redo.findLast(({ before }) => this.#isAsLeft(before)) !== undefined;
  }

  /** What to write to take back the last step, or `undefined` if there is none. */
  undo(): readonly Target[] | undefined {
    return this.#move(this.#undo, this.#redo, ({ after }) => after)?.before;
  }

  /** What to write to do again what was taken back last, or `undefined` if there is none. */
  redo(): readonly Target[] | undefined {
    return this.#move(this.#redo, this.#undo, ({ before }) => before)?.after;
  }

  #move(from: Step[], to: Step[], left: (step: Step) => readonly Target[]): Step | undefined {
    for (let step = from.pop(); step; step = from.pop()) {
      if (!this.#isAsLeft(left(step))) continue;
      to.push(step);
      return step;
    }
    return undefined;
  }

  /** Whether the fields still are as this opening left them, by its own hand, and may be written. */
  #isAsLeft(targets: readonly Target[]): boolean {
    return targets.every((target) => {
      const { item, field, values } = target;
      if (this.#isLocked(target)) return false;
      const { heads } = this.#index.current(item, field);
      if (!heads.every(this.#isOwn)) return false;
      // Values are never altered: the very ones that were written, as they mostly are, need not be compared.
      if (heads.length === values.length && heads.every(({ value }, place) => value === values[place])) return true;
      return stateOf(valuesOf(this.#index, item, field)) === stateOf(values);
    });
  }
}

/** One text for a set of values; nothing stated and taken away are the same to a reader. */
function stateOf(values: readonly Json[]): string {
  return (values.length === 0 ? [null] : values).map(canonicalJson).sort().join();
}
