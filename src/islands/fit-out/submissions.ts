import { createEffect } from 'solid-js';
import type { Change } from '../../domain/checklist/change.ts';
import { answerPath, type ItemPath, runPath } from '../../domain/checklist/item-path.ts';
import { startRunChanges, traitChange } from '../../domain/checklist/run.ts';
import { anyHolds, requiredDocuments } from '../../domain/fit-out/tenant.ts';
import type { Desk } from './desk-state.ts';

/** The run of the submissions checklist that belongs to a tenant. */
export const documentsRun = (tenant: ItemPath): string =>
  `fit-out-submissions-${tenant.slice(tenant.indexOf('/') + 1)}`;

/** The papers that this tenant has to hand in, as the answers have it. */
export const neededDocuments = (desk: Desk) => requiredDocuments(desk.props.documents, desk.props.traits, desk.given());

/** Whether a paper has come, is incomplete, or is still to come. */
export function paperStatus(desk: Desk, item: string): string {
  const tenant = desk.tenant();
  return tenant ? desk.project.answer(answerPath(documentsRun(tenant), item)).status : 'open';
}

export function paperNote(desk: Desk, item: string): string {
  const tenant = desk.tenant();
  return tenant ? desk.project.answer(answerPath(documentsRun(tenant), item)).note : '';
}

/** What the tenant's run states of itself: the words it was started with, whose it is, and which items count for it. */
function headChanges({ project, props, value, given }: Desk, tenant: ItemPath): Change[] {
  const run = documentsRun(tenant);
  const item = runPath(run);
  const name = [value('unit'), value('name')].filter(Boolean).join(' ');
  return [
    ...project.under(item, (index) => startRunChanges(index, run, props.template, name)),
    { item, field: 'tenant', value: tenant },
    ...props.traits.map(({ id, when }) => traitChange(run, id, anyHolds(when, given()) === 'yes')),
  ].filter((change) => (project.value(change.item, change.field) ?? null) !== change.value);
}

/** Writes an answer of a paper, and before the first one the run that it belongs to. */
export async function writePaper(desk: Desk, item: string, field: string, value: string): Promise<void> {
  const tenant = desk.tenant() ?? desk.begin();
  await desk.project.writeForGood(headChanges(desk, tenant));
  await desk.project.write(answerPath(documentsRun(tenant), item), field, value === '' ? null : value);
}

/** Whether somebody has begun the tenant's run. */
export function hasRun({ project }: Desk, tenant: ItemPath): boolean {
  return project.value(runPath(documentsRun(tenant)), 'checklist') !== undefined;
}

/** Keeps a run that was begun in step with what is answered about the tenant later: its name, and which items count. */
export function keepRunInStep(desk: Desk): void {
  const { project } = desk;
  createEffect(() => {
    const tenant = desk.tenant();
    if (!project.isReady() || project.trouble() || !tenant || !hasRun(desk, tenant)) return;
    const changes = headChanges(desk, tenant);
    if (changes.length > 0) void project.writeForGood(changes);
  });
}
