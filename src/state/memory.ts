import {
  elsewhereKey,
  generationOf,
  type ProjectEntry,
  type ProjectId,
  type SettingKey,
  SNAPSHOTS_KEPT,
  type Snapshot,
  type Storage,
  type StoredPhoto,
} from './storage.ts';

/** Keeps everything for as long as the page lives: the fallback where the device refuses to store. */
export function openMemoryStorage(): Storage {
  const projects = new Map<ProjectId, ProjectEntry>();
  const updates = new Map<ProjectId, Uint8Array[]>();
  const settings = new Map<SettingKey, string>();
  const snapshots = new Map<ProjectId, readonly Snapshot[]>();
  const photos = new Map<string, { readonly bytes: Uint8Array; readonly added: number }>();
  const listPhotos = (): readonly StoredPhoto[] =>
    [...photos]
      .map(([hash, { bytes, added }]) => ({ hash, length: bytes.length, added }))
      .toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  return {
    kind: 'memory',
    listProjects: async () => sortedProjects([...projects.values()]),
    putProject: async (entry) => void projects.set(entry.id, { ...entry }),
    updateProject: async (id, change) => {
      const entry = projects.get(id);
      if (entry) projects.set(id, { ...change({ ...entry }) });
    },
    removeProject: async (id) => {
      projects.delete(id);
      updates.delete(id);
      snapshots.delete(id);
      settings.delete(elsewhereKey(id));
      if (settings.get('current-project') === id) settings.delete('current-project');
    },
    claimCurrent: async (candidate) => {
      const current = projects.get(settings.get('current-project') as ProjectId);
      if (current && current.trashed === undefined) return current;
      projects.set(candidate.id, { ...candidate });
      settings.set('current-project', candidate.id);
      return candidate;
    },
    readUpdates: async (id) => (updates.get(id) ?? []).map((update) => update.slice()),
    appendUpdate: async (entry, update, whole) => {
      const known = projects.get(entry.id);
      if (known && generationOf(known) !== generationOf(entry)) return 'replaced';
      const stored = updates.get(entry.id) ?? [];
      stored.push((stored.length === 0 ? whole() : update).slice());
      updates.set(entry.id, stored);
      if (!known) projects.set(entry.id, { ...entry });
      return stored.length;
    },
    compact: async (id, merge) => {
      const stored = updates.get(id);
      if (stored && stored.length > 1) updates.set(id, [merge(stored).slice()]);
    },
    swapDocument: async (id, decide) => {
      const entry = projects.get(id);
      const update = entry && decide((updates.get(id) ?? []).map((stored) => stored.slice()));
      if (!entry || !update) return undefined;
      const next = { ...entry, generation: generationOf(entry) + 1 };
      projects.set(id, next);
      updates.set(id, [update.slice()]);
      snapshots.set(id, (snapshots.get(id) ?? []).slice(0, -1));
      return { ...next };
    },
    putSnapshot: async (snapshot) => {
      const kept = [...(snapshots.get(snapshot.project) ?? []), { ...snapshot, update: snapshot.update.slice() }];
      snapshots.set(snapshot.project, kept.slice(-SNAPSHOTS_KEPT));
    },
    readSnapshots: async (id) => (snapshots.get(id) ?? []).map((kept) => ({ ...kept, update: kept.update.slice() })),
    putPhoto: async (hash, bytes, added) => void photos.set(hash, { bytes: bytes.slice(), added }),
    getPhoto: async (hash) => photos.get(hash)?.bytes.slice(),
    listPhotos: async () => listPhotos(),
    removePhotos: async (isUnwanted) => {
      const unwanted = listPhotos().filter(isUnwanted);
      for (const { hash } of unwanted) photos.delete(hash);
      return unwanted;
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
