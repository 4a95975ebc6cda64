import { type Event } from 'vscode';
import { type Status } from '../../server/src/protocol';

/** How far the server is, for whatever follows its index. */
export interface IndexStatus {
  /** The latest status; undefined before the server has told one. */
  status(): Status | undefined;
  readonly onDidChangeStatus: Event<Status>;
}
