import type { MergeReport } from '../../domain/checklist/merge-report.ts';
import { findPhotos } from '../../domain/checklist/photo.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import { blobSource } from '../../interchange/byte-source.ts';
import {
  openProjectFile,
  PROJECT_FILE_EXTENSION,
  type ProjectFile,
  type ProjectFileFault,
  type ReadFilePhoto,
  readProjectFileFrom,
} from '../../interchange/project-file.ts';
import type { ProjectState } from '../../state/create-project.ts';
import { blobOf, download, fileName, shareFile } from '../shared/files-out.ts';
import { mergeFaultText } from '../shared/merge-fault.ts';
import { soundPhotos } from '../shared/sound-photos.ts';
import type { ChecklistContext } from './checklist-context.ts';

/** A project file that was read, and what merging it would do. */
export interface FoundProject {
  readonly file: ProjectFile & { readonly photos: readonly ReadFilePhoto[] };
  /** `undefined` when the project is not on this device. */
  readonly report: MergeReport | undefined;
}

async function makeFile(project: ProjectState) {
  const current = project.current();
  const content = current && (await project.content(current.id));
  if (!current || !content) return undefined;
  // What this page holds is the truth, stored or not.
  const records = project.records();
  const exported = new Date().toISOString();
  const write = (photos: typeof content.photos) =>
    blobOf(openProjectFile({ project: current.id, name: current.name, exported, records, photos }, project.photo));
  let lost = content.missingPhotos;
  const blob = await write(content.photos).catch(async () => {
    const sound = await soundPhotos(project, content.photos);
    lost += content.photos.length - sound.length;
    return write(sound);
  });
  const name = fileName(`${current.name}${PROJECT_FILE_EXTENSION}`);
  return { blob, name, id: current.id, count: records.length, lost };
}

const lostText = ({ lost }: { readonly lost: number }, text: ChecklistText): string =>
  lost > 0 ? fill(text.photosNotIn, { count: lost }) : '';

/** @returns what to tell the reader. */
export async function exportProjectFile({ project, props }: ChecklistContext): Promise<string> {
  const made = await makeFile(project);
  if (!made) return '';
  if (!(await download(made.blob, made.name))) return '';
  await project.noteExport(made.id, made.count);
  return [fill(props.text.exported, { file: made.name }), lostText(made, props.text)].filter(Boolean).join(' ');
}

/** @returns what to tell the reader. */
export async function shareProjectFile({ project, props }: ChecklistContext): Promise<string> {
  const made = await makeFile(project);
  if (!made) return '';
  if (!(await shareFile(made.blob, made.name))) return props.text.shareNot;
  await project.noteExport(made.id, made.count);
  return lostText(made, props.text);
}

/** @returns what to tell the reader. */
export async function exportTable(context: ChecklistContext, format: 'xlsx' | 'csv' | 'json'): Promise<string> {
  const { writeReport } = await import('./report-files.ts');
  const { bytes, name, type } = writeReport(format, context);
  return (await download(bytes, name, type)) ? fill(context.props.text.exported, { file: name }) : '';
}

/**
 * Makes the small pictures that the printed report shows.
 *
 * @param tell - Told while that takes its time.
 * @returns what to tell the reader when they are there.
 */
export async function preparePhotos(
  { project, items, props }: ChecklistContext,
  tell: (words: string) => void,
): Promise<string> {
  const hashes = items().flatMap(({ path }) =>
    project.under(path, (index) => findPhotos(index, path).map(({ hash }) => hash)),
  );
  if (hashes.length === 0) return '';
  tell(props.text.photoBusy);
  const { fetchSmallPhotos, picturesDrawn } = await import('./small-photos.ts');
  await fetchSmallPhotos(hashes, project.photo);
  await picturesDrawn();
  return '';
}

/** Reads a project file and reckons what merging it would do. Nothing is written. @returns the file, or why it was refused. */
export async function readProject({ project, props }: ChecklistContext, file: File): Promise<FoundProject | string> {
  const read = await readProjectFileFrom(blobSource(file));
  if (!read.ok) return fill(props.text.importRefused, { reason: faultText(props.text, read.reason) });
  const known = project.projects().some(({ id }) => id === read.project);
  return { file: read, report: known ? await project.preview(read.project, read.records) : undefined };
}

/** @returns what to tell the reader. */
export async function mergeProject({ project, props }: ChecklistContext, { file }: FoundProject): Promise<string> {
  const result = await project.merge(file.project, file.name, file.records, file.photos);
  return result.ok
    ? fill(props.text.imported, { count: result.report.added })
    : fill(props.text.importRefused, { reason: mergeFaultText(props.text, result.reason) });
}

function faultText(text: ChecklistText, fault: ProjectFileFault): string {
  switch (fault) {
    case 'foreign':
      return text.refusedForeign;
    case 'newer':
      return text.refusedNewer;
    default:
      return text.refusedDamaged;
  }
}
