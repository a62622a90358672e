/** What an organisation adds to a service, in the order of the form and of the table that goes out and comes in. */
export const FILL_FIELDS = [
  'post',
  'phone',
  'hours',
  'apply',
  'materials',
  'days',
  'time-limit',
  'channel',
  'reminder',
] as const;
export type FillField = (typeof FILL_FIELDS)[number];

export interface FillRow {
  readonly service: string;
  readonly fields: Readonly<Partial<Record<FillField, string>>>;
}

/** Why a row of a table was not taken. `row` counts as a spreadsheet does. */
export interface FillFault {
  readonly row: number;
  readonly reason: 'unknown-service' | 'twice' | 'bad-days';
  readonly text: string;
}

/**
 * Reads a table that this program wrote and somebody filled in: the first column names the service by its id, the head names
 * the fields by their ids. Other columns are left alone; an empty cell says nothing, it does not take a value away.
 *
 * @param services - Ids that exist.
 * @returns `undefined` when the head is not that of such a table.
 */
export function readFillTable(
  rows: readonly (readonly string[])[],
  services: ReadonlySet<string>,
): { rows: FillRow[]; faults: FillFault[] } | undefined {
  const headAt = rows.findIndex((row) => row[0]?.trim() === 'id');
  const head = rows[headAt];
  if (!head) return undefined;
  const columns = FILL_FIELDS.map((field) => [field, head.findIndex((cell) => cell.trim() === field)] as const).filter(
    ([, at]) => at > 0,
  );
  if (columns.length === 0) return undefined;
  const read: FillRow[] = [];
  const faults: FillFault[] = [];
  const seen = new Set<string>();
  const fault = (row: number, reason: FillFault['reason'], text: string): void => {
    faults.push({ row, reason, text });
  };
  for (const [i, row] of rows.entries()) {
    const service = row[0]?.trim() ?? '';
    if (i <= headAt || service === '') continue;
    const isTwice = seen.has(service);
    if (!services.has(service) || isTwice) {
      fault(i + 1, isTwice ? 'twice' : 'unknown-service', service);
      continue;
    }
    seen.add(service);
    const fields: Partial<Record<FillField, string>> = {};
    for (const [field, at] of columns) {
      const value = row[at]?.trim() ?? '';
      if (value === '') continue;
      if (field === 'days' && readDays(value) === undefined) fault(i + 1, 'bad-days', value);
      else fields[field] = value;
    }
    if (Object.keys(fields).length > 0) read.push({ service, fields });
  }
  return { rows: read, faults };
}

/** Whole working days, 0 to 999, full-width digits too; nothing for anything else. */
export function readDays(text: string): number | undefined {
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(digits) ? Number(digits) : undefined;
}
