/** What a cell can be chosen from: `also` is the same option in the site's other language. */
export interface CellOption {
  readonly id: string;
  readonly label: string;
  readonly also?: string | undefined;
}

/**
 * A cell as the form takes it. A choice may stand there as its code or as its words in either language: a workbook
 * keeps the words of the page that wrote it, and may be opened by a page in the other one.
 */
export function cellOf(column: { readonly options?: readonly CellOption[] | undefined }, text: string): string {
  const plain = text.trim();
  return column.options?.find(({ id, label, also }) => [id, label, also].includes(plain))?.id ?? plain;
}
