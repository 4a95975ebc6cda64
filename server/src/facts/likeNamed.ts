import type { FolderName } from './folderName';

/**
 * Of names alike, those that documents are sure of, if they all say the same type; else none. Where one document only guessed what a
 * name is, it is what these say. Names of one word are left alone: they are people's as well as towns'.
 */
export function sureOnes(alike: readonly FolderName[]): readonly FolderName[] {
  if (!alike[0]?.key.includes(' ')) return NONE;
  const sure = alike.filter(({ tentative }) => !tentative);
  return sure.every(({ type }) => type === sure[0]!.type) ? sure : NONE;
}

/** Was this name guessed to be something else than those who are sure say? */
export function isGuessedOtherwise({ tentative, type }: FolderName, sure: readonly FolderName[]): boolean {
  return tentative && sure.length > 0 && sure[0]!.type !== type;
}

const NONE: readonly FolderName[] = [];
