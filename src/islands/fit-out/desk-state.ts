import { type Accessor, createContext, createMemo, createSignal, useContext } from 'solid-js';
import { type ItemPath, itemPath } from '../../domain/checklist/item-path.ts';
import type { Json } from '../../domain/checklist/json.ts';
import { exactText, signOf } from '../../domain/exact.ts';
import { type Given, type GivenValue, isGiven } from '../../domain/fit-out/given.ts';
import type { ReviewVerdicts } from '../../domain/fit-out/review.ts';
import { type Judgement, judgeRule, withOverrides } from '../../domain/fit-out/rule-verdict.ts';
import { readNumber } from '../../domain/number-input.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { randomId } from '../../state/random-id.ts';
import type { FieldView, FitOutProps, RuleView } from './fit-out-props.ts';

export interface ClosedReview {
  n: number;
  day: string;
  reviewer: string;
  verdicts: ReviewVerdicts;
}

export interface JudgedRuleView {
  /** With the mall's own figures in place. */
  rule: RuleView;
  judgement: Judgement;
  /** Places of limits whose figure is the mall's own. */
  own: ReadonlySet<number>;
}

/** Figure of a number field as typed: read, or what is wrong with it. */
export type FigureReading = { ok: true; value: string } | { ok: false; reason: 'empty' | 'wrong' | 'negative' };

export function readFigure(typed: unknown): FigureReading {
  if (typeof typed !== 'string' || typed.trim() === '') return { ok: false, reason: 'empty' };
  const reading = readNumber(typed, 'plain');
  if (!reading.ok) return { ok: false, reason: 'wrong' };
  return signOf(reading.value) < 0 ? { ok: false, reason: 'negative' } : { ok: true, value: exactText(reading.value) };
}

/** What was entered as the domain takes it: figures as exact decimal text; what is no number counts as empty. */
export function givenOf(fields: readonly FieldView[], stored: (field: string) => Json | undefined): Given {
  const given: Record<string, GivenValue> = {};
  for (const { id, kind } of fields) {
    const value = stored(id);
    if (kind === 'number') {
      const figure = readFigure(value);
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
  /** A field of the tenant; writing begins a first tenant if there is none. */
  value(field: string): Json | undefined;
  store(field: string, value: Json): void;
  given: Accessor<Given>;
  /** Questions and rule fields, each once. */
  fields: readonly FieldView[];
  judged: Accessor<readonly JudgedRuleView[]>;
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
      .filter((path) => path.split('/').length === 2)
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
  const store = (field: string, stored: Json): void => {
    const path = tenant() ?? begin();
    void project.write(path, field, stored === '' ? null : stored);
  };
  const byId = new Map<string, FieldView>();
  for (const field of [
    ...props.questions.flatMap((group) => group.fields),
    ...props.rules.flatMap((rule) => rule.fields),
  ]) {
    if (!byId.has(field.id)) byId.set(field.id, field);
  }
  const fields = [...byId.values()];
  const given = createMemo(() => givenOf(fields, (field) => value(`g.${field}`)));
  const judged = createMemo(() =>
    props.rules.map((rule): JudgedRuleView => {
      const overrides = new Map<number, string>();
      if (rule.sample) {
        rule.limits.forEach((_, place) => {
          const own = readFigure(project.value(ownLimitPath(rule.id), `limit.${place}`));
          if (own.ok) overrides.set(place, own.value);
        });
      }
      const held = withOverrides(rule, overrides);
      return { rule: held, judgement: judgeRule(held, given()), own: new Set(overrides.keys()) };
    }),
  );
  const reviews = createMemo(() => {
    const path = tenant();
    if (!path) return [];
    return project
      .items(itemPath(...path.split('/'), 'review'))
      .flatMap((item) => {
        const sheet = project.value(item, 'sheet');
        const n = Number(item.slice(item.lastIndexOf('/') + 1));
        return typeof sheet === 'object' && sheet !== null && !Array.isArray(sheet)
          ? [{ n, ...(sheet as unknown as Omit<ClosedReview, 'n'>) }]
          : [];
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
    value,
    store,
    given,
    fields,
    judged,
    reviews,
    labels: (ids) => ids.map((id) => byId.get(id)?.label ?? id).join(props.text.and),
  };
}

/** Whether a field has anything in it, wrong or right. */
export const hasAnswer = (desk: Desk, field: string): boolean => isGiven(desk.given(), field);
