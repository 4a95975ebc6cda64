import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { t } from './l10n';
import { type RestartLimit } from './restartLimit';

const errorsInARow = 3;

/** What the language client does when the server writes nonsense or dies. `onGivenUp` tells the user. */
export function crashHandler(limit: RestartLimit, onGivenUp: () => void): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= errorsInARow ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed(): CloseHandlerResult {
      if (limit.mayRestart(Date.now())) {
        return { action: CloseAction.Restart, message: t('The server ended; it is started again.'), handled: true };
      }
      onGivenUp();
      return {
        action: CloseAction.DoNotRestart,
        message: t('The server keeps ending; it is left alone.'),
        handled: true,
      };
    },
  };
}
