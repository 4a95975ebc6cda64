import { type TextDocumentContentChangeEvent, TextDocument } from 'vscode-languageserver-textdocument';
import type { TextFormat } from '../text/markdown';
import { formatOf } from './filter';
import type { Folder } from './folders';

/** A document on the disk, as the walk of its folder found it. */
export interface DiskDocument {
  readonly folder: Folder;
  readonly path: string;
}

/**
 * Which documents there are: those on the disk and those open in an editor. An open buffer wins over its file; when it is
 * closed, the file counts again. An editor may have one file open under several addresses (`a.txt`, `a.txt#L3`), each with a buffer of
 * its own: they are one document, and the one without a fragment counts, since edits go there; else the one opened last.
 */
export class Documents {
  private readonly disk = new Map<string, DiskDocument>();
  /** By id, then by address. */
  private readonly buffers = new Map<string, Map<string, TextDocument>>();

  open(id: string, languageId: string, version: number, text: string, address: string): void {
    const views = this.buffers.get(id) ?? new Map<string, TextDocument>();
    this.buffers.set(id, views.set(address, TextDocument.create(id, languageId, version, text)));
  }

  /** False for a document that is not open. Ranges outside the text are moved into it. */
  edit(id: string, version: number, changes: TextDocumentContentChangeEvent[], address: string): boolean {
    const views = this.buffers.get(id);
    const buffer = views?.get(address);
    if (!views || !buffer) return false;
    views.set(address, TextDocument.update(buffer, changes, version));
    return true;
  }

  close(id: string, address: string): void {
    const views = this.buffers.get(id);
    views?.delete(address);
    if (views?.size === 0) this.buffers.delete(id);
  }

  openIds(): string[] {
    return [...this.buffers.keys()];
  }

  buffer(id: string): { text: string; format: TextFormat; version: number } | null {
    const views = this.buffers.get(id);
    const buffer = views?.get(id) ?? [...(views?.values() ?? [])].at(-1);
    return buffer ? { text: buffer.getText(), format: formatOf(id, buffer.languageId), version: buffer.version } : null;
  }

  isOpen(id: string): boolean {
    return this.buffers.has(id);
  }

  onDisk(id: string): DiskDocument | null {
    return this.disk.get(id) ?? null;
  }

  setOnDisk(id: string, document: DiskDocument): void {
    this.disk.set(id, document);
  }

  /** The file itself is gone; its buffer, if there is one, stays. */
  removeFromDisk(id: string): void {
    this.disk.delete(id);
  }

  diskIds(): string[] {
    return [...this.disk.keys()];
  }

  get count(): number {
    let count = this.disk.size;
    for (const id of this.buffers.keys()) if (!this.disk.has(id)) count++;
    return count;
  }
}
