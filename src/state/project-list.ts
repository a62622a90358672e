import { FORM } from '../domain/checklist/form.ts';
import { newProjectId } from './random-id.ts';
import type { ProjectEntry, ProjectId, Storage } from './storage.ts';

/** A line for a project that does not exist yet. Nothing is stored. */
export function newProjectEntry(name: string, id: ProjectId = newProjectId()): ProjectEntry {
  return { id, name, form: FORM, created: new Date().toISOString() };
}

/** The project that was current on this device last; the newest, if that is not known any more. */
export async function findCurrent(storage: Storage): Promise<ProjectEntry | undefined> {
  const id = await storage.readSetting('current-project');
  const projects = (await storage.listProjects()).filter(({ trashed }) => trashed === undefined);
  return projects.find((entry) => entry.id === id) ?? projects.filter(({ archived }) => archived !== true).at(-1);
}

/** Puts a project on the list, unless it is there, and makes it the current one. */
export async function addCurrent(storage: Storage, entry: ProjectEntry): Promise<void> {
  if (!(await storage.listProjects()).some(({ id }) => id === entry.id)) await storage.putProject(entry);
  await storage.writeSetting('current-project', entry.id);
}
