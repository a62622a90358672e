import type { ProjectEntry, ProjectId, SettingKey, Storage } from './storage.ts';

/** Keeps everything for as long as the page lives: the fallback where the device refuses to store. */
export function openMemoryStorage(): Storage {
  const projects = new Map<ProjectId, ProjectEntry>();
  const updates = new Map<ProjectId, Uint8Array[]>();
  const settings = new Map<SettingKey, string>();
  return {
    kind: 'memory',
    listProjects: async () => sortedProjects([...projects.values()]),
    putProject: async (entry) => void projects.set(entry.id, { ...entry }),
    removeProject: async (id) => {
      projects.delete(id);
      updates.delete(id);
      if (settings.get('current-project') === id) settings.delete('current-project');
    },
    claimCurrent: async (candidate) => {
      const current = projects.get(settings.get('current-project') as ProjectId);
      if (current) return current;
      projects.set(candidate.id, { ...candidate });
      settings.set('current-project', candidate.id);
      return candidate;
    },
    readUpdates: async (id) => (updates.get(id) ?? []).map((update) => update.slice()),
    appendUpdate: async (entry, update, whole) => {
      const stored = updates.get(entry.id) ?? [];
      stored.push((stored.length === 0 ? whole() : update).slice());
      updates.set(entry.id, stored);
      if (!projects.has(entry.id)) projects.set(entry.id, { ...entry });
      return stored.length;
    },
    compact: async (id, merge) => {
      const stored = updates.get(id);
      if (stored && stored.length > 1) updates.set(id, [merge(stored).slice()]);
    },
    readSetting: async (key) => settings.get(key),
    writeSetting: async (key, value) => void settings.set(key, value),
    close: () => {},
  };
}

/** By creation, then id: the order of every list of projects. */
export function sortedProjects(entries: readonly ProjectEntry[]): readonly ProjectEntry[] {
  const key = ({ created, id }: ProjectEntry): string => `${created} ${id}`;
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
