import { type Accessor, createContext, createEffect, createMemo, createSignal, on, useContext } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { exactText, multiply, signOf } from '../../domain/exact.ts';
import { type Given, type GivenValue, isGiven } from '../../domain/fit-out/given.ts';
import type { ReviewVerdicts } from '../../domain/fit-out/review.ts';
import { withoutUnit } from '../../domain/fit-out/unit.ts';
import { readNumber } from '../../domain/number-input.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { randomId } from '../../state/random-id.ts';
import type { FieldView, FitOutProps } from './fit-out-props.ts';
import { type JudgedRuleView, judgeAll, type OwnFigures } from './judge-all.ts';
import { type KeptWords, readWords } from './kept-words.ts';
import { type LoadView, readLoad } from './load-view.ts';

/** A review as it was returned to the tenant. */
export interface ClosedReview {
  n: number;
  day: string;
  reviewer: string;
  comments: string;
  verdicts: ReviewVerdicts;
  given: Given;
  own: OwnFigures;
  missing: readonly string[];
  words?: KeptWords | undefined;
  /** The electrical load as it was; nothing in a review closed before it was kept. */
  load?: LoadView | undefined;
}

/** Figure of a number field as typed: read, or what is wrong with it. */
export type FigureReading = { ok: true; value: string } | { ok: false; reason: 'empty' | 'wrong' | 'negative' };

/** @param unit - The field's; a figure in another unit of length is turned into it. */
export function readFigure(typed: unknown, unit?: string): FigureReading {
  if (typeof typed !== 'string' || typed.trim() === '') return { ok: false, reason: 'empty' };
  const { text, times } = withoutUnit(typed, unit);
  const reading = readNumber(text, 'plain');
  if (!reading.ok) return { ok: false, reason: 'wrong' };
  const value = multiply(reading.value, times);
  return signOf(value) < 0 ? { ok: false, reason: 'negative' } : { ok: true, value: exactText(value) };
}

/** What was entered as the domain takes it: figures as exact decimal text; what is no number counts as empty. */
export function givenOf(fields: readonly FieldView[], stored: (field: string) => Json | undefined): Given {
  const given: Record<string, GivenValue> = {};
  for (const { id, kind, unit } of fields) {
    const value = stored(id);
    if (kind === 'number') {
      const figure = readFigure(value, unit);
      if (figure.ok) given[id] = figure.value;
    } else if (typeof value === 'string' || typeof value === 'boolean') given[id] = value;
  }
  return given;
}

export interface Desk {
  props: FitOutProps;
  project: ProjectState;
  /** Paths of all tenants of the project, as they were begun. */
  tenants: Accessor<readonly ItemPath[]>;
  tenant: Accessor<ItemPath | undefined>;
  choose(tenant: ItemPath): void;
  begin(): ItemPath;
  /** What a tenant is called: unit and name. */
  nameOf(tenant: ItemPath): string;
  /** A field of the tenant; writing begins a first tenant if there is none. */
  value(field: string): Json | undefined;
  store(field: string, value: Json): Promise<void>;
  given: Accessor<Given>;
  /** Questions and rule fields, each once. */
  fields: readonly FieldView[];
  judged: Accessor<readonly JudgedRuleView[]>;
  ownFigures: Accessor<OwnFigures>;
  reviews: Accessor<readonly ClosedReview[]>;
  labels(fields: readonly string[]): string;
}

const Context = createContext<Desk>();
export const DeskProvider = Context.Provider;

/** @throws {Error} outside of the fit-out desk. */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useDesk needs a DeskProvider around it');
  return desk;
}

const FIT_OUT = itemPath('fit-out');
/** Figures of the mall itself: the project's, whoever the tenant is. */
export const ownLimitPath = (rule: string): ItemPath => itemPath('fit-out-limits', rule);

export function createDesk(props: FitOutProps, project: ProjectState): Desk {
  const [chosen, setChosen] = createSignal<ItemPath>();
  const tenants = createMemo(() =>
    project
      .items(FIT_OUT)
      .filter((path) => path.split('/').length === 2 && project.value(path, 'removed') !== true)
      .map((path) => ({ path, begun: String(project.value(path, 'begun') ?? '') }))
      .sort((a, b) => (a.begun < b.begun ? -1 : a.begun > b.begun ? 1 : 0))
      .map(({ path }) => path),
  );
  const tenant = createMemo(() => {
    const wanted = chosen();
    return wanted && tenants().includes(wanted) ? wanted : (tenants().at(-1) ?? wanted);
  });
  const begin = (): ItemPath => {
    const path = itemPath('fit-out', randomId());
    setChosen(path);
    void project.write(path, 'begun', new Date().toISOString());
    return path;
  };
  const value = (field: string): Json | undefined => {
    const path = tenant();
    return path && project.value(path, field);
  };
  // What is chosen before the stored state has been read waits: until then nobody knows which tenant it is about.
  const early = new Map<string, Json>();
  const store = async (field: string, stored: Json): Promise<void> => {
    if (!project.isReady()) {
      early.set(field, stored);
      return;
    }
    await project.write(tenant() ?? begin(), field, stored === '' ? null : stored);
  };
  createEffect(
    on(project.isReady, () => {
      for (const [field, stored] of early) void store(field, stored);
      early.clear();
    }),
  );
  // The choice was one among the tenants of the project before.
  const projectId = createMemo(() => project.current()?.id);
  createEffect(
    on(projectId, (_, before) => {
      if (before !== undefined) setChosen(undefined);
    }),
  );
  const byId = new Map<string, FieldView>();
  for (const field of [
    ...props.questions.flatMap((group) => group.fields),
    ...props.rules.flatMap((rule) => rule.fields),
  ]) {
    if (!byId.has(field.id)) byId.set(field.id, field);
  }
  const fields = [...byId.values()];
  const given = createMemo(() => givenOf(fields, (field) => value(`g.${field}`)));
  const ownFigures = createMemo((): OwnFigures => {
    const all = props.rules.map(({ id, limits, fields: asked }) => {
      const figures = limits.flatMap((limit, place) => {
        const unit = asked.find((field) => field.id === limit.field)?.unit;
        const own = readFigure(project.value(ownLimitPath(id), `limit.${place}`), unit);
        return own.ok ? [[String(place), own.value] as const] : [];
      });
      return [id, Object.fromEntries(figures)] as const;
    });
    return Object.fromEntries(all.filter(([, figures]) => Object.keys(figures).length > 0));
  });
  const judged = createMemo(() => judgeAll(props.rules, ownFigures(), given()));
  const reviews = createMemo(() => {
    const path = tenant();
    if (!path) return [];
    return project
      .items(itemPath(...path.split('/'), 'review'))
      .flatMap((item) => {
        const sheet = project.value(item, 'sheet');
        const n = Number(item.slice(item.lastIndexOf('/') + 1));
        if (typeof sheet !== 'object' || sheet === null || Array.isArray(sheet)) return [];
        const nothing = { comments: '', given: {}, own: {}, missing: [] };
        const closed = { ...nothing, ...(sheet as unknown as Omit<ClosedReview, 'n'>), n };
        return [{ ...closed, words: readWords(closed.words), load: readLoad(closed.load) }];
      })
      .sort((a, b) => a.n - b.n);
  });
  return {
    props,
    project,
    tenants,
    tenant,
    choose: setChosen,
    begin,
    nameOf: (path) =>
      [project.value(path, 'unit'), project.value(path, 'name')].filter(Boolean).join(' · ') ||
      props.text.unnamedTenant,
    value,
    store,
    given,
    fields,
    judged,
    ownFigures,
    reviews,
    labels: (ids) => ids.map((id) => byId.get(id)?.label ?? id).join(props.text.and),
  };
}

/** Whether a field has anything in it, wrong or right. */
export const hasAnswer = (desk: Desk, field: string): boolean => isGiven(desk.given(), field);
