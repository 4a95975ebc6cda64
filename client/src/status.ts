/** What the server says of its index. The counts are those of all workspace folders together. */
export interface Status {
  phase: 'indexing' | 'ready';
  /** Documents found, of which `done` have been dealt with: read, or skipped. */
  documents: number;
  done: number;
  facts: number;
  findings: number;
  /** Files that should have been read and were not, and why in words. */
  skipped: SkippedFile[];
}

export interface SkippedFile {
  uri: string;
  reason: string;
}

/** The notification by which the server tells its status. */
export const statusMethod = 'crosscheck/status';
