import type { ChecklistText } from '../../i18n/checklist-strings.ts';

/** Why a file was not merged, in words. */
export function mergeFaultText(text: ChecklistText, reason: string): string {
  switch (reason) {
    case 'newer-form':
      return text.newerForm;
    case 'clash':
      return text.refusedClash;
    case 'snapshot':
      return text.refusedSnapshot;
    case 'photos':
      return text.refusedPhotos;
    default:
      return text.damaged;
  }
}
