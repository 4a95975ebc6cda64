import { type Command, type Disposable, languages, LanguageStatusSeverity } from 'vscode';
import { t } from './l10n';
import { servedDocuments } from './clientOptions';
import { type ServerState, statusText, type StatusText } from './statusText';

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** The item in the language status of the editor, beside the name of the language. */
export function createStatusItem(): Disposable & { show(state: ServerState): void } {
  const item = languages.createLanguageStatusItem('crosscheck.status', servedDocuments());
  item.name = 'Crosscheck';
  return {
    show(state) {
      const { text, detail, busy, severity, offer } = statusText(state);
      item.text = text;
      item.detail = detail;
      item.busy = busy;
      item.severity = severities[severity];
      item.command = commandOf(offer);
    },
    dispose: () => item.dispose(),
  };
}

function commandOf(offer: StatusText['offer']): Command | undefined {
  switch (offer) {
    case 'restart':
      return { command: 'crosscheck.restartServer', title: t('Restart') };
    case 'resume':
      return { command: 'crosscheck.resumeReading', title: t('Go On Reading') };
    case 'skipped':
      return { command: 'crosscheck.showSkipped', title: t('Show Skipped Files') };
    case 'problems':
      return { command: 'workbench.actions.view.problems', title: t('Show Problems') };
    case 'none':
      return undefined;
  }
}
