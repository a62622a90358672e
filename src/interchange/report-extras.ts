import { readAnswer } from '../domain/checklist/answer.ts';
import type { AnswerIndex } from '../domain/checklist/answer-index.ts';
import { type Correction, STEPS, type StepName } from '../domain/checklist/correction.ts';
import { findPhotos } from '../domain/checklist/photo.ts';
import { isDay } from '../domain/day.ts';
import type { ExtraColumn, ReportExtras } from './checklist-report.ts';
import type { Cell } from './table.ts';

/** Headings and words of the columns that not every item fills. */
export interface ExtraLabels {
  readonly measured: string;
  readonly unit: string;
  readonly photos: string;
  /** Heading of how far the mending has come. */
  readonly state: string;
  readonly states: { readonly [state in Correction['state']]: string };
  readonly steps: { readonly [step in StepName]: string };
  /** Added to a step's heading, for who did it and how. */
  readonly whoAndHow: string;
}

/** Measured values, photos and the corrective loop, as typed cells after the columns that every item has. */
export function answerExtras(index: AnswerIndex, labels: ExtraLabels): ReportExtras {
  const column = (heading: string, cell: (answer: ReturnType<typeof readAnswer>) => Cell): ExtraColumn => ({
    heading,
    cell: ({ path }) => cell(readAnswer(index, path)),
  });
  const stepDay = (step: StepName): ExtraColumn =>
    column(labels.steps[step], ({ correction }) => {
      const on = correction[step]?.on ?? '';
      return isDay(on) ? { day: on } : on;
    });
  const stepWords = (step: StepName): ExtraColumn =>
    column(`${labels.steps[step]} · ${labels.whoAndHow}`, ({ correction }) => {
      const { who = '', how = '' } = correction[step] ?? {};
      return [who, how].filter((part) => part !== '').join(' · ');
    });
  const state = column(labels.state, ({ status, correction }) =>
    status === 'problem' ? labels.states[correction.state] : null,
  );
  const photos: ExtraColumn = {
    heading: labels.photos,
    cell: ({ path }) => findPhotos(index, path).length || null,
  };
  return {
    answers: [
      column(labels.measured, ({ measured }) => (measured ? { decimal: measured.value } : null)),
      column(labels.unit, ({ measured }) => measured?.unit ?? null),
      photos,
      // The CSV is this one table: a problem that was closed must not look like one that is open.
      state,
    ],
    problems: [state, ...STEPS.flatMap((step) => [stepDay(step), stepWords(step)]), photos],
  };
}
