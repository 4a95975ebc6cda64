import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Decided, Redecided } from './decided';
import { decisionsPath } from './decisions';
import { configName } from './folderConfig';
import type { FolderConfigs } from './folderConfigs';

/** A file is open in an editor and says this there; null: it was closed. */
type Shown = (id: string, text: string | null) => void;

/**
 * The files of ours that editors have open: what stands there goes before what is saved.
 * @param onDecided what was decided changed
 * @param onTold what is to be told of the settings of a folder changed
 */
export function openFilesOf(
  { decided, configs }: { readonly decided: Decided; readonly configs: FolderConfigs },
  onDecided: (redecided: Redecided) => void,
  onTold: () => void,
): OpenFiles {
  return new OpenFiles({
    [decisionsPath]: (id, text) => onDecided(decided.showed(id, text)),
    [configName]: (id, text) => {
      configs.showed(id, text);
      onTold();
    },
  });
}

/** Open files that are no documents, each kind by how its location ends. */
export class OpenFiles {
  private readonly buffers = new Map<string, TextDocument>();

  constructor(private readonly kinds: Readonly<Record<string, Shown>>) {}

  get(id: string): TextDocument | undefined {
    return this.buffers.get(id);
  }

  /** False for what is none of them. */
  open(id: string, languageId: string, version: number, text: string): boolean {
    return this.show(id, TextDocument.create(id, languageId, version, text));
  }

  /** False for what is not open here. */
  edit(id: string, version: number, changes: TextDocumentContentChangeEvent[]): boolean {
    const buffer = this.buffers.get(id);
    return buffer !== undefined && this.show(id, TextDocument.update(buffer, changes, version));
  }

  /** False for what is not open here. */
  close(id: string): boolean {
    if (!this.buffers.delete(id)) return false;
    this.listener(id)?.(id, null);
    return true;
  }

  /** Closes what is deleted, a file or a folder: an editor may keep the buffer long after, and it says nothing any more. */
  forget(location: string): void {
    for (const id of this.buffers.keys()) if (id === location || id.startsWith(`${location}/`)) this.close(id);
  }

  private show(id: string, buffer: TextDocument): boolean {
    const listener = this.listener(id);
    if (!listener) return false;
    this.buffers.set(id, buffer);
    listener(id, buffer.getText());
    return true;
  }

  private listener(id: string): Shown | undefined {
    return Object.entries(this.kinds).find(([end]) => id.endsWith(`/${end}`))?.[1];
  }
}
