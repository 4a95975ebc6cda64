import { window, workspace } from 'vscode';
import { type Middleware } from 'vscode-languageclient';
import { freshness } from './freshness';
import { t } from './l10n';

/** What a quick fix does in place of an edit that came too late. */
export const sayTextChangedCommand = 'crosscheck.sayTextChanged';

export function sayTextChanged(): void {
  void window.showInformationMessage(t('The text changed meanwhile: ask for the fix again.'));
}

/**
 * Withholds edits of texts that changed while the server worked them out, and says so. A quick fix says it only when it is
 * carried out: an editor asks for its edit for less, a preview.
 */
export const freshEdits: Middleware = {
  async resolveCodeAction(action, token, next) {
    const fits = freshness(() => workspace.textDocuments);
    const resolved = await next(action, token);
    if (!resolved?.edit || fits(resolved.edit)) return resolved;
    delete resolved.edit;
    resolved.command = { command: sayTextChangedCommand, title: resolved.title };
    return resolved;
  },
  async provideRenameEdits(document, position, newName, token, next) {
    const fits = freshness(() => workspace.textDocuments);
    const tooLate = (): Error => new Error(t('The text changed meanwhile: rename again.'));
    try {
      const edit = await next(document, position, newName, token);
      if (edit && !fits(edit)) throw tooLate();
      return edit;
    } catch (error) {
      // The client refuses an edit of an older version itself, in words for its makers.
      throw fits({ entries: () => workspace.textDocuments.map(({ uri }) => [uri, []]) }) ? error : tooLate();
    }
  },
};
