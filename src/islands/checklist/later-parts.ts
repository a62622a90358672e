import { later } from '../shared/later.ts';

/**
 * Parts that are never in the prerendered page and that a first tick does not need. They are fetched when they are shown, or once the
 * first tick is saved, so that they are there when the signal is not.
 */
export const ConflictChoice = later(() => import('./ConflictChoice.tsx'));
export const ItemDetails = later(() => import('./ItemDetails.tsx'));
export const MeasuredField = later(() => import('./MeasuredField.tsx'));
export const ProblemFields = later(() => import('./ProblemFields.tsx'));
export const ListImport = later(() => import('./ListImport.tsx'));
export const MergePreview = later(() => import('./MergePreview.tsx'));
export const Migration = later(() => import('./Migration.tsx'));
export const OwnItemForm = later(() => import('./OwnItemForm.tsx'));
export const ReasonField = later(() => import('./ReasonField.tsx'));
export const ReportTable = later(() => import('./ReportTable.tsx'));
export const RunChoice = later(() => import('./RunChoice.tsx'));
export const SignForm = later(() => import('./SignForm.tsx'));

/** Code of what is done rather than shown. */
export const fetchOutActions = () => import('./out-actions.ts');
export const fetchReducePhoto = () => import('./reduce-photo.ts');

let areHere = false;

/** What somebody on site will need next. What could not be had is asked for again the next time. */
export async function fetchLaterParts(): Promise<void> {
  if (areHere) return;
  const parts = [ReportTable, ProblemFields, ItemDetails, ReasonField, SignForm, MeasuredField, ConflictChoice];
  const fetches = [...parts, OwnItemForm, RunChoice].map((part) => part.fetch());
  const outcomes = await Promise.allSettled([...fetches, fetchOutActions(), fetchReducePhoto()]);
  areHere = outcomes.every(({ status }) => status === 'fulfilled');
}
