import { sha256 } from '../../domain/sha-256.ts';
import type { ProjectState } from '../../state/create-project.ts';

/**
 * The pictures that can be read as they were stored. One that is damaged must not keep all the rest out of a file. They
 * are read one by one, as a phone can hold them.
 */
export async function soundPhotos<Stored extends { readonly hash: string; readonly length: number }>(
  { photo }: Pick<ProjectState, 'photo'>,
  photos: readonly Stored[],
): Promise<readonly Stored[]> {
  const sound: Stored[] = [];
  for (const stored of photos) {
    const bytes = await photo(stored.hash);
    if (bytes?.length === stored.length && sha256(bytes) === stored.hash) sound.push(stored);
  }
  return sound;
}
