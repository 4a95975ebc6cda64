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
 * closed, the file counts again.
 */
export class Documents {
  private readonly disk = new Map<string, DiskDocument>();
  private readonly buffers = new Map<string, TextDocument>();

  open(id: string, languageId: string, version: number, text: string): void {
    this.buffers.set(id, TextDocument.create(id, languageId, version, text));
  }

  /** False for a document that is not open. Ranges outside the text are moved into it. */
  edit(id: string, version: number, changes: TextDocumentContentChangeEvent[]): boolean {
    const buffer = this.buffers.get(id);
    if (!buffer) return false;
    this.buffers.set(id, TextDocument.update(buffer, changes, version));
    return true;
  }

  close(id: string): void {
    this.buffers.delete(id);
  }

  openIds(): string[] {
    return [...this.buffers.keys()];
  }

  buffer(id: string): { text: string; format: TextFormat; version: number } | null {
    const buffer = this.buffers.get(id);
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
