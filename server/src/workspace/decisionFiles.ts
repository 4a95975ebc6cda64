import type { Decided, Redecided } from './decided';
import { withDecision, withoutDecision } from './decisionLines';
import { type Decision, isOnSame, mergeAttributes } from './decisions';
import { type FileSystem, reasonToTell } from './fileSystem';
import type { OpenFiles } from './openFiles';

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
  constructor(
    private readonly fs: FileSystem,
    private readonly decided: Decided,
    private readonly openFiles: OpenFiles,
    private readonly heed: (redecided: Redecided) => void,
  ) {}

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
    const open = this.decided.isThere(location) ? this.openFiles.get(location) : undefined;
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
}
