/** Which inlay hints are shown: none, what relative dates mean, or what all figures mean that are not written in full. */
export type InlayHints = 'off' | 'dates' | 'all';

/** The settings that change what an editor shows and nothing of what is found. */
export interface EditorSettings {
  readonly inlayHints: InlayHints;
  readonly codeLens: boolean;
}

/** As in the extension's manifest (package.json), which a test compares. */
export const defaultEditorSettings: EditorSettings = { inlayHints: 'dates', codeLens: false };

/** Reads the section `crosscheck` of a client's configuration; what is not what it should be is as it is by default. */
export function readEditorSettings(section: unknown): EditorSettings {
  const { inlayHints, codeLens } = (typeof section === 'object' && section !== null ? section : {}) as Record<
    string,
    unknown
  >;
  return {
    inlayHints: isInlayHints(inlayHints) ? inlayHints : defaultEditorSettings.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : defaultEditorSettings.codeLens,
  };
}

function isInlayHints(value: unknown): value is InlayHints {
  return value === 'off' || value === 'dates' || value === 'all';
}
