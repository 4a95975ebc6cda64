import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Decided, Redecided } from './decided';
import { withDecision, withoutDecision } from './decisionLines';
import { type Decision, decisionsPath, isOnSame, mergeAttributes } from './decisions';
import { type FileSystem, reasonToTell } from './fileSystem';

/** What is left to be done for a decision to be kept: edits of open decisions files, by whoever has them open. */
export type Kept = { readonly edits: readonly BufferEdit[] } | { readonly refused: string };

/** `version` is the version of the buffer that holds `before`. */
export interface BufferEdit {
  readonly location: string;
  readonly version: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The decisions files as they are changed: on the disk or, where an editor has one open, by the editor, with all that has been written
 * there and not been saved. `heed` is told of what a change comes to.
 */
export class DecisionFiles {
  private readonly buffers = new Map<string, TextDocument>();

  constructor(
    private readonly fs: FileSystem,
    private readonly decided: Decided,
    private readonly heed: (redecided: Redecided) => void,
  ) {}

  /** False for what is no decisions file. */
  open(id: string, languageId: string, version: number, text: string): boolean {
    if (!id.endsWith(`/${decisionsPath}`)) return false;
    this.show(id, TextDocument.create(id, languageId, version, text));
    return true;
  }

  /** False for what is not open here. */
  edit(id: string, version: number, changes: TextDocumentContentChangeEvent[]): boolean {
    const buffer = this.buffers.get(id);
    if (buffer) this.show(id, TextDocument.update(buffer, changes, version));
    return buffer !== undefined;
  }

  /** False for what is not open here. */
  close(id: string): boolean {
    const known = this.buffers.has(id);
    if (known) this.show(id, null);
    return known;
  }

  /** An editor may keep the buffer of a file that was deleted long after it has closed it: it decides nothing any more. */
  forget(location: string): void {
    for (const id of this.buffers.keys()) if (this.fs.inside(location, id) !== null) this.show(id, null);
  }

  /** Keeps decisions in the file of a folder. */
  async keep(folder: string, decisions: readonly Decision[]): Promise<Kept> {
    return this.rewrite(this.decided.locationIn(folder), (text) => decisions.reduce(withDecision, text));
  }

  /** Takes a decision back, in every file that holds it. */
  async takeBack(decision: Decision): Promise<Kept> {
    const edits: BufferEdit[] = [];
    for (const location of this.decided.holding((each) => each.kind === decision.kind && isOnSame(each, decision))) {
      const kept = await this.rewrite(location, (text) => withoutDecision(text, decision));
      if ('refused' in kept) return kept;
      edits.push(...kept.edits);
    }
    return { edits };
  }

  private async rewrite(location: string, change: (text: string) => string): Promise<Kept> {
    const open = this.buffers.get(location);
    if (open) {
      const before = open.getText();
      return { edits: [{ location, version: open.version, before, after: change(before) }] };
    }
    try {
      const known = await this.fs.stat(location).catch(() => null);
      const text = await this.fs.rewrite(location, change);
      if (!known) await this.fs.rewrite(this.decided.attributesBeside(location), (old) => old || mergeAttributes);
      this.heed(this.decided.wrote(location, text.replace(/^\uFEFF/, '')));
    } catch (error) {
      return { refused: `${this.fs.pathOf(location)} cannot be written: ${reasonToTell(error) ?? 'it is gone'}` };
    }
    return { edits: [] };
  }

  private show(id: string, buffer: TextDocument | null): void {
    if (buffer) this.buffers.set(id, buffer);
    else this.buffers.delete(id);
    this.heed(this.decided.showed(id, buffer?.getText() ?? null));
  }
}
