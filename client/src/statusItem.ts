import { type Command, type Disposable, languages, LanguageStatusSeverity } from 'vscode';
import { servedDocuments } from './languageClient';
import { type ServerState, statusText, type StatusText } from './statusText';

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

const offers: Record<StatusText['offer'], Command | undefined> = {
  restart: { command: 'crosscheck.restartServer', title: 'Restart' },
  resume: { command: 'crosscheck.resumeReading', title: 'Go On Reading' },
  skipped: { command: 'crosscheck.showSkipped', title: 'Show Skipped Files' },
  problems: { command: 'workbench.actions.view.problems', title: 'Show Problems' },
  none: undefined,
};

/** The item in the language status of the editor, beside the name of the language. */
export function createStatusItem(): Disposable & { show(state: ServerState): void } {
  const item = languages.createLanguageStatusItem('crosscheck.status', servedDocuments);
  item.name = 'Crosscheck';
  return {
    show(state) {
      const { text, detail, busy, severity, offer } = statusText(state);
      item.text = text;
      item.detail = detail;
      item.busy = busy;
      item.severity = severities[severity];
      item.command = offers[offer];
    },
    dispose: () => item.dispose(),
  };
}
