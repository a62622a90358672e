import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import type { StorageText } from '../../i18n/storage-strings.ts';

export interface StorageProps {
  text: StorageText;
  words: ChecklistText;
}
