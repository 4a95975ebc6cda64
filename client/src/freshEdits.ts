import { workspace } from 'vscode';
import { type Middleware } from 'vscode-languageclient/node';
import { freshness } from './freshness';
import { t } from './l10n';

/** Withholds edits of texts that changed while the server worked them out: of a quick fix in silence, of a rename with a word. */
export const freshEdits: Middleware = {
  async resolveCodeAction(action, token, next) {
    const fits = freshness(() => workspace.textDocuments);
    const resolved = await next(action, token);
    if (resolved?.edit && !fits(resolved.edit)) delete resolved.edit;
    return resolved;
  },
  async provideRenameEdits(document, position, newName, token, next) {
    const fits = freshness(() => workspace.textDocuments);
    const edit = await next(document, position, newName, token);
    if (edit && !fits(edit)) throw new Error(t('The text changed meanwhile: rename again.'));
    return edit;
  },
};
