import {
  commands,
  Disposable,
  env,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { type FactTable } from '../../../server/src/protocol';
import { factCount } from '../counts';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { reveal } from '../place';
import { type Questions } from '../questions';
import { rangeOf } from '../views/treeItems';
import { copyAs } from './copy';
import { copyFormats, type FromPage, type PanelState, type Shown, type ToPage } from './messages';
import { pageOf } from './page';

const viewType = 'crosscheck.factPanel';
/** Rows at most; with more, the words of the filter go to the server. */
const limit = 1000;
/** Milliseconds without a change before the table is asked for again. */
const calm = 400;

/** The panel with the comparison table and the timeline; there is one at most. */
export interface FactPanel extends Disposable {
  /** The page has drawn something: what it shows now. */
  readonly onDidShow: Event<Shown>;
  /** Opens it, or brings it to the front. */
  show(state?: Partial<PanelState>): void;
  /** What the page asks for. Nothing of it is believed: it names facts of the table and nothing else. */
  receive(message: FromPage): Promise<void>;
  /** What was told to the page. */
  table(): FactTable | undefined;
}

export function createFactPanel(
  extensionUri: Uri,
  questions: Questions,
  index: IndexStatus,
  output: LogOutputChannel,
): FactPanel {
  const shown = new EventEmitter<Shown>();
  const files = Uri.joinPath(extensionUri, 'client', 'dist');
  let panel: WebviewPanel | undefined;
  /** The script of the page runs and can be spoken to. */
  let listening = false;
  let wanted: Partial<PanelState> | undefined;
  let table: FactTable | undefined;
  let words = '';
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(taken: WebviewPanel): void {
    panel?.dispose();
    panel = taken;
    listening = false;
    const { webview } = taken;
    webview.options = { enableScripts: true, localResourceRoots: [files] };
    taken.title = t('Crosscheck: Facts'); // of one that was restored, the language may be another
    taken.iconPath = Uri.joinPath(extensionUri, 'client', 'media', 'crosscheck.svg');
    webview.onDidReceiveMessage((message: FromPage) => void receive(message));
    taken.onDidChangeViewState(() => {
      if (taken.visible) soon();
      else listening = false; // a hidden page is thrown away; it says when it is back
    });
    taken.onDidDispose(() => {
      if (panel !== taken) return;
      panel = undefined;
      listening = false;
    });
    webview.html = pageOf({
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(files, 'panel.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(files, 'panel.css')).toString(),
      nonce: crypto.randomUUID(),
    });
  }

  function send(message: ToPage): void {
    if (listening) void panel?.webview.postMessage(message);
  }

  function show(state?: Partial<PanelState>): void {
    wanted = state;
    if (panel) panel.reveal();
    else take(window.createWebviewPanel(viewType, t('Crosscheck: Facts'), ViewColumn.Active, { enableScripts: true }));
    if (listening) showWanted();
  }

  function showWanted(): void {
    if (wanted) send({ type: 'show', state: wanted });
    wanted = undefined;
  }

  function soon(): void {
    if ((index.status()?.generation ?? 0) < (table?.generation ?? 0)) table = undefined; // another server, which counts anew
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), calm);
  }

  async function refresh(): Promise<void> {
    const status = index.status();
    if (!panel?.visible || status?.phase !== 'ready' || table?.generation === status.generation) return;
    await ask();
  }

  async function ask(): Promise<void> {
    const turn = ++latest;
    try {
      const told = await questions.facts({ words, limit });
      if (turn !== latest) return; // a later question is on its way
      table = told;
      send({ type: 'table', table });
    } catch (error) {
      output.warn('The comparison table: no answer.', error);
      send({ type: 'say', words: t('The server did not answer.') });
    }
  }

  async function receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        listening = true;
        words = '';
        showWanted();
        return ask();
      case 'ask':
        words = String(message.words);
        return ask();
      case 'jump': {
        const statement = table?.facts.find(({ id }) => id === message.fact)?.statements[message.statement];
        const document = statement && table?.documents[statement.document];
        if (document) await reveal(Uri.parse(document.uri), rangeOf(statement.range));
        return;
      }
      case 'open': {
        const document = table?.documents[message.document];
        if (document) await window.showTextDocument(Uri.parse(document.uri));
        return;
      }
      case 'copy': {
        const format = copyFormats.find((each) => each === message.format);
        if (!format || !table || !Array.isArray(message.facts)) return;
        await env.clipboard.writeText(copyAs(format, table, message.facts.map(String)));
        return send({ type: 'say', words: t('{0} copied.', factCount(message.facts.length)) });
      }
      case 'shown':
        shown.fire(message.shown);
    }
  }

  const parts = Disposable.from(
    shown,
    index.onDidChangeStatus(soon),
    commands.registerCommand('crosscheck.compareFacts', () => show({ tab: 'table' })),
    commands.registerCommand('crosscheck.showTimeline', () => show({ tab: 'timeline' })),
    window.registerWebviewPanelSerializer(viewType, {
      // The page has kept what it showed by itself.
      deserializeWebviewPanel: async (restored) => take(restored),
    }),
  );
  return {
    onDidShow: shown.event,
    show,
    receive,
    table: () => table,
    dispose() {
      clearTimeout(timer);
      panel?.dispose();
      parts.dispose();
    },
  };
}
