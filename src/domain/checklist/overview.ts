import { type Answer, isDueOpen, isOpenProblem, isSettled, readAnswer } from './answer.ts';
import type { AnswerIndex } from './answer-index.ts';
import { type ItemPath, kindOf, nameOf, RUNS, runOf, runPath } from './item-path.ts';
import { countedItems } from './problems.ts';
import type { Progress } from './progress.ts';
import type { AnswerRecord } from './record.ts';
import { pinnedTemplate, type Run, readRun } from './run.ts';
import { readSignOff, type SignOff } from './sign-off.ts';

export interface RunSummary {
  readonly run: Run;
  readonly progress: Progress;
  /** Items with a field that waits for a decision. */
  readonly undecided: number;
  readonly signOff: SignOff['state'];
  /** False where the run has no template: then only what was answered is counted, not what is still to be answered. */
  readonly isPinned: boolean;
}

export interface ProjectOverview {
  /** Runs that are not archived, by id. */
  readonly runs: readonly RunSummary[];
  readonly total: Progress;
  readonly conflicts: number;
  /** What the writers' clocks say was written last, the latest first. */
  readonly recent: readonly AnswerRecord[];
}

/** What one item adds to the numbers of its run. */
interface Share {
  readonly status: Answer['status'];
  readonly isSettled: boolean;
  readonly isProblem: boolean;
  /** Empty where nothing can become overdue. */
  readonly due: string;
  readonly isUndecided: boolean;
}

/**
 * The numbers of a project, kept up item by item: what a tick costs does not grow with the project. The answer is
 * always what counting everything anew would give.
 */
export class Overview {
  readonly #index: AnswerIndex;
  readonly #runs = new Map<string, RunTally>();

  constructor(index: AnswerIndex) {
    this.#index = index;
  }

  /** Something was stated about these items. */
  changed(items: readonly ItemPath[]): void {
    for (const item of items) {
      const run = runOf(item);
      if (run !== undefined) this.#runs.get(run)?.changed(item);
      else if (kindOf(item) === 'template') this.#runs.clear();
    }
  }

  /** @param today - Civil date `YYYY-MM-DD`. @param latest - How many recent records to show. */
  read(today: string, latest = 20): ProjectOverview {
    const runs = this.#index.children(RUNS).flatMap((path) => {
      const id = nameOf(path);
      const run = readRun(this.#index, id);
      if (run.isArchived) return [];
      const tally = this.#runs.get(id) ?? new RunTally(this.#index, id);
      this.#runs.set(id, tally);
      return [tally.read(run, today)];
    });
    return {
      runs,
      total: runs.map(({ progress }) => progress).reduce(sum, noProgress()),
      conflicts: this.#index.conflicts().length,
      recent: this.#index.recent(latest),
    };
  }
}

class RunTally {
  readonly #index: AnswerIndex;
  readonly #run: string;
  readonly #shares = new Map<ItemPath, Share>();
  #counts = noCounts();
  #settled = 0;
  #problems = 0;
  #undecided = 0;
  readonly #dues = new Map<ItemPath, string>();
  #isStale = true;
  #isPinned = false;
  #signOff: SignOff['state'] | undefined;

  constructor(index: AnswerIndex, run: string) {
    this.#index = index;
    this.#run = run;
  }

  changed(item: ItemPath): void {
    this.#signOff = undefined;
    if (this.#isStale) return;
    // What is not counted yet may count now, and what a run or an own item says of itself may change who counts.
    if (!this.#shares.has(item) || nameOf(item).startsWith('own-')) this.#isStale = true;
    else this.#count(item);
  }

  read(run: Run, today: string): RunSummary {
    if (this.#isStale) this.#countAll();
    this.#signOff ??= readSignOff(this.#index, this.#run).state;
    const { open, problem, done, undecided } = this.#counts;
    let overdue = 0;
    for (const due of this.#dues.values()) if (due < today) overdue += 1;
    return {
      run,
      progress: {
        applicable: open + problem + done + undecided,
        done: this.#settled,
        problems: this.#problems,
        counts: { ...this.#counts },
        overdue,
      },
      undecided: this.#undecided,
      signOff: this.#signOff,
      isPinned: this.#isPinned,
    };
  }

  #countAll(): void {
    this.#shares.clear();
    this.#dues.clear();
    this.#counts = noCounts();
    this.#settled = this.#problems = this.#undecided = 0;
    this.#isPinned = pinnedTemplate(this.#index, this.#run) !== undefined;
    for (const { path } of countedItems(this.#index, this.#run)) if (path !== runPath(this.#run)) this.#count(path);
    this.#isStale = false;
  }

  #count(item: ItemPath): void {
    const before = this.#shares.get(item);
    if (before) this.#add(before, -1);
    const share = shareOf(readAnswer(this.#index, item));
    this.#shares.set(item, share);
    this.#add(share, 1);
    if (share.due === '') this.#dues.delete(item);
    else this.#dues.set(item, share.due);
  }

  #add(share: Share, by: 1 | -1): void {
    this.#counts[share.status] += by;
    if (share.isSettled) this.#settled += by;
    if (share.isProblem) this.#problems += by;
    if (share.isUndecided) this.#undecided += by;
  }
}

function shareOf(answer: Answer): Share {
  return {
    status: answer.status,
    isSettled: isSettled(answer),
    isProblem: isOpenProblem(answer),
    due: isDueOpen(answer) ? answer.due : '',
    isUndecided: answer.undecided.length > 0,
  };
}

const noCounts = (): Record<Answer['status'], number> => ({
  open: 0,
  done: 0,
  problem: 0,
  'not-applicable': 0,
  undecided: 0,
});

const noProgress = (): Progress => ({ applicable: 0, done: 0, problems: 0, counts: noCounts(), overdue: 0 });

function sum(a: Progress, b: Progress): Progress {
  const counts = noCounts();
  for (const status of Object.keys(counts) as Answer['status'][]) counts[status] = a.counts[status] + b.counts[status];
  return {
    applicable: a.applicable + b.applicable,
    done: a.done + b.done,
    problems: a.problems + b.problems,
    counts,
    overdue: a.overdue + b.overdue,
  };
}
