import { lazy } from 'solid-js';

/**
 * Parts that are never in the prerendered page and that a first tick does not need. They are fetched once the tool is at work, so that
 * they are there when the signal is not.
 */
export const ConflictChoice = lazy(() => import('./ConflictChoice.tsx'));
export const History = lazy(() => import('./History.tsx'));
export const MeasuredField = lazy(() => import('./MeasuredField.tsx'));
export const Photos = lazy(() => import('./Photos.tsx'));
export const ProblemFields = lazy(() => import('./ProblemFields.tsx'));
export const ListImport = lazy(() => import('./ListImport.tsx'));
export const OwnItemForm = lazy(() => import('./OwnItemForm.tsx'));
export const SignForm = lazy(() => import('./SignForm.tsx'));
export const RunChoice = lazy(() => import('./RunChoice.tsx'));

/** Fetches them when there is time. */
export function fetchLaterParts(): void {
  const fetchAll = () => {
    for (const part of [
      ProblemFields,
      Photos,
      History,
      SignForm,
      MeasuredField,
      ConflictChoice,
      OwnItemForm,
      RunChoice,
    ])
      void part.preload().catch(() => {});
    void import('./reduce-photo.ts').catch(() => {});
  };
  setTimeout(fetchAll, 1500);
}
