import { FORM } from './form.ts';
import { newProjectId } from './random-id.ts';
import { isProjectId, type ProjectEntry, type ProjectId, type Storage } from './storage.ts';

/** A line for a project that does not exist yet. Nothing is stored. */
export function newProjectEntry(name: string, id: ProjectId = newProjectId()): ProjectEntry {
  return { id, name, form: FORM, created: new Date().toISOString() };
}

/** The project that was current on this device last, if it still exists. */
export async function findCurrent(storage: Storage): Promise<ProjectEntry | undefined> {
  const id = await storage.readSetting('current-project');
  if (!isProjectId(id)) return undefined;
  return (await storage.listProjects()).find((entry) => entry.id === id);
}

/** Puts a project on the list and makes it the current one. */
export async function addCurrent(storage: Storage, entry: ProjectEntry): Promise<void> {
  await storage.putProject(entry);
  await storage.writeSetting('current-project', entry.id);
}
