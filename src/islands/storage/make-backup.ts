import { openBackup } from '../../interchange/backup-file.ts';
import type { ProjectState as Project } from '../../state/create-project.ts';
import { blobOf } from '../shared/files-out.ts';
import { soundPhotos } from '../shared/sound-photos.ts';

/** A file with everything that could be read, and what is not in it. */
export interface MadeBackup {
  readonly blob: Blob;
  /** What it holds of each project. */
  readonly held: readonly { readonly project: Parameters<Project['noteExport']>[0]; readonly records: number }[];
  readonly omitted: {
    /** Names of projects that cannot be read. */
    readonly projects: readonly string[];
    /** Photos that an answer shows and that cannot be read. */
    readonly photos: number;
    /** The storage does not open: what it holds is not even known. */
    readonly isStorageShut: boolean;
  };
}

/** Puts all projects of the device into one file, also those that the storage has refused. @param at - ISO instant. */
export async function makeBackup(project: Project, at: string): Promise<MadeBackup> {
  const entries = [...project.projects(), ...project.archived()];
  const contents = await Promise.all(
    entries.map(async (entry) => ({ entry, content: await project.content(entry.id) })),
  );
  let files = contents.flatMap(({ entry, content }) =>
    content
      ? [{ project: entry.id, name: entry.name, exported: at, records: content.records, photos: content.photos }]
      : [],
  );
  let photos = contents.reduce((sum, { content }) => sum + (content?.missingPhotos ?? 0), 0);
  const write = () => blobOf(openBackup(files, at, project.photo));
  const blob = await write().catch(async () => {
    for (const [place, file] of files.entries()) {
      const sound = await soundPhotos(project, file.photos);
      photos += file.photos.length - sound.length;
      files = files.with(place, { ...file, photos: sound });
    }
    return write();
  });
  const isStorageShut =
    project.status().state === 'memory' || (entries.length === 0 && project.trouble()?.reason === 'unreadable');
  return {
    blob,
    held: files.map(({ project: id, records }) => ({ project: id, records: records.length })),
    omitted: {
      projects: contents.filter(({ content }) => !content).map(({ entry }) => entry.name),
      photos,
      isStorageShut,
    },
  };
}
