import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Decided, type LineProblem, type Redecided } from './decided';
import { DecisionFiles, type Kept } from './decisionFiles';
import { type Decision, inFolder } from './decisions';
import { Documents } from './documents';
import { type FileEvent, sortEvents } from './fileEvents';
import { type FileSystem, isFolder, type Skipped } from './fileSystem';
import { formatOf } from './filter';
import { FolderConfigs } from './folderConfigs';
import { type FolderName, type Identity, identityIn } from './folders';
import { IndexedTexts, type TextRead } from './indexedTexts';
import type { KeptDocuments } from './keptLinks';
import { Layout } from './layout';
import { LinkKeeping } from './linkKeeping';
import { type OpenFiles, openFilesOf } from './openFiles';
import { practise } from './practice';
import type { Progress } from './progress';
import { newestFirst } from './newestFirst';
import { readText } from './read';
import { type FileRead, Reading, taggingNext } from './reading';
import { restful } from './restful';
import type { Settings } from './settings';
import { withSeverities } from './severities';
import { type ChangingSources, sourcesOf } from './sources';
import type { Spill } from './spill';
import type { Squeeze } from './squeeze';
import type { TagCache } from './tagCache';
import type { Taggers } from './taggers';

/** What a workspace is given by its door. */
export interface Surroundings {
  readonly fs: FileSystem;
  /** Lets what waits in the event loop run, a request above all. */
  readonly pause: () => Promise<void>;
  /** Milliseconds that an edit waits for the next one before the document is tagged again. */
  readonly editDelay: number;
  /** Threads that tag, where the door has them. */
  readonly taggers?: Taggers;
  /** How texts that nobody looks at are held in less room, where the door knows one. */
  readonly squeeze?: Squeeze;
  /** Something in the index or in the progress changed. Called often. */
  readonly onChange: () => void;
  /** A fault of ours, in words for a log. Indexing goes on. */
  readonly onFault: (message: string) => void;
}

/** Milliseconds after a question in which the next one is likely: a hover comes with others. */
const attentive = 300;
/** The same after a keystroke: whoever writes stops to think. */
const writing = 3000;

/**
 * The documents of the workspace folders and of the open editors, tagged and in one index. One queue does all that waits
 * for the disk: walks first, then file events, then documents, the open ones before the others and, of many, the latest changed first. Between two documents it
 * lets requests through, so that they are answered while the folder is being read.
 */
export class Workspace {
  private readonly texts = new IndexedTexts({
    decided: () => this.decided,
    isOpen: (id) => this.documents.isOpen(id),
    tag: (text, format, corrections) => this.reading.tagHere(text, format, corrections),
    settingsOf: (id) => this.layout.settingsOf(id),
    pathOf: (id) => this.layout.placeOf(id)?.path,
    onDocument: (id) => this.links.note(id),
    onChange: () => this.known.changed(),
  });
  readonly index = this.texts.index;
  private readonly known: ChangingSources = sourcesOf(
    this.index,
    (id, findings) => withSeverities(findings, this.layout.settingsOf(id).severity),
    (id) => this.texts.get(id)?.lines() ?? null,
  );
  readonly sources: Omit<ChangingSources, 'changed' | 'shownOtherwise'> = this.known;
  /** How many facts there were when they were last counted, at an earlier start perhaps; null where nobody has counted them. */
  factCount: number | null = null;
  private readonly documents = new Documents();
  private readonly skippedFiles = new Map<string, string>();
  private skippedByWalk: readonly Skipped[] = [];

  private readonly layout: Layout;
  /** What the files of the folders say. */
  readonly configs: FolderConfigs;
  private configsWanted = false;
  /** What was decided, and what it comes to. */
  readonly decided: Decided;
  private readonly decisionFiles: DecisionFiles;
  private decisionsWanted = false;
  private readonly openFiles: OpenFiles;

  private walkWanted = false;
  private events: FileEvent[] = [];
  private readonly opened = new Set<string>();
  private readonly edited = new Set<string>();
  private readonly reading: Reading;
  private cache: TagCache | null = null;
  private spill: Spill | null = null;
  private readonly links: LinkKeeping;
  private editTimer: ReturnType<typeof setTimeout> | undefined;
  private working = false;
  private practised = false;
  private started = false;
  private stopped = false;
  private disposed = false;
  private busyUntil = -Infinity;
  private waiting: (() => void)[] = [];

  constructor(private readonly around: Surroundings) {
    this.configs = new FolderConfigs(around.fs);
    this.layout = new Layout(around.fs, (location) => this.configs.of(location));
    this.decided = new Decided(around.fs);
    this.reading = new Reading({
      fs: around.fs,
      taggers: around.taggers ?? null,
      squeeze: around.squeeze,
      spill: () => this.spill,
      cache: () => this.cache,
      formatOf,
      corrections: () => this.decided.corrections,
    });
    this.links = new LinkKeeping({
      index: this.index,
      documents: (cache, without) => this.keptDocuments(cache, without),
      unsaved: () => this.unsavedBuffers(),
      count: () => this.documents.count,
      generation: () => this.known.generation(),
      isIdle: () => this.idle,
      isOver: () => this.disposed,
      restful: (isAwaited) => this.restful(isAwaited),
      factCount: () => this.factCount,
    });
    const decide = (redecided: Redecided): void => {
      this.texts.heed(redecided);
      this.around.onChange();
      this.work();
    };
    this.openFiles = openFilesOf(this, decide, around.onChange);
    this.decisionFiles = new DecisionFiles(around.fs, this.decided, this.openFiles, decide);
  }

  /** Nothing is read before this: the folders and the settings come first. */
  start(): void {
    this.started = true;
    this.walkWanted = true;
    this.readOwnFiles();
  }

  /** Leaves unread what is not read yet; what is open in an editor is read all the same. */
  stopReading(): void {
    if (this.reading.size === 0) return;
    this.stopped = true;
    this.around.onChange();
  }

  resumeReading(): void {
    this.stopped = false;
    this.around.onChange();
    this.work();
  }

  /** Ends what is under way. */
  dispose(): void {
    this.disposed = true;
    clearTimeout(this.editTimer);
    this.release();
  }

  /** Where what is tagged is kept from one start to the next; null for nowhere. */
  setCache(cache: TagCache | null): void {
    this.cache = cache;
  }

  /** Where what nobody looks at goes from now on; null for nowhere. */
  setSpill(spill: Spill | null): void {
    this.spill = spill;
  }

  setFolders(named: readonly FolderName[]): void {
    this.layout.named = named;
    this.relayFolders();
  }

  /** The settings for each folder by its location; `''` is for what stands outside of all. A folder without any has the defaults. */
  configure(settings: ReadonlyMap<string, Settings>): void {
    this.layout.configure(settings);
    this.known.shownOtherwise();
    this.relayFolders();
  }

  /** `address` is what the editor calls it: one document may be open under several. */
  open(id: string, languageId: string, version: number, text: string, address = id): void {
    if (this.openFiles.open(id, languageId, version, text)) return this.readOwnFiles(); // for it may be new
    this.documents.open(id, languageId, version, text, address);
    this.opened.add(id);
    this.work();
  }

  edit(id: string, version: number, changes: TextDocumentContentChangeEvent[], address = id): void {
    if (this.openFiles.edit(id, version, changes)) return;
    if (!this.documents.edit(id, version, changes, address)) return;
    this.noteBusy(writing);
    if (this.opened.has(id)) return;
    this.edited.add(id);
    clearTimeout(this.editTimer);
    this.editTimer = setTimeout(() => this.flush(), this.around.editDelay);
  }

  close(id: string, address = id): void {
    if (this.openFiles.close(id)) return;
    this.documents.close(id, address);
    this.opened.delete(id);
    this.edited.delete(id);
    if (this.documents.isOpen(id)) this.opened.add(id);
    else if (this.documents.onDisk(id)) this.reading.add(id);
    else this.texts.remove(id);
    this.around.onChange();
    this.work();
  }

  filesChanged(events: readonly FileEvent[]): void {
    this.events.push(...events);
    this.work();
  }

  /** Tags what has been opened or edited and still waits, so that an answer speaks of the text that the user sees. */
  flush(): void {
    clearTimeout(this.editTimer);
    for (const id of [...this.opened, ...this.edited]) this.takeBuffer(id);
  }

  /** See `LinkKeeping`. */
  keepLinks(): Promise<void> {
    return this.links.keep(this.cache);
  }

  /** The same, where the server ends as soon as it is done. */
  keepLinksNow(): Promise<void> {
    return this.links.keepNow(this.cache);
  }

  /** The version of an open document that the index holds, or null where the file itself counts. */
  versionOf(id: string): number | null {
    return this.documents.buffer(id)?.version ?? null;
  }

  /** Somebody asks something. */
  noteQuestion(): void {
    this.noteBusy(attentive);
  }

  /** For so many milliseconds work that nobody waits for would be in somebody's way. */
  private noteBusy(milliseconds: number): void {
    this.busyUntil = Math.max(this.busyUntil, performance.now() + milliseconds);
  }

  /** A pause for work that nobody waits for. */
  restful(isAwaited?: () => boolean): () => Promise<void> {
    return restful(this.around.pause, { busyUntil: () => this.busyUntil, ...(isAwaited && { isAwaited }) });
  }

  /** Resolves when everything that is known of has been read and tagged. */
  async settled(): Promise<void> {
    this.flush();
    while (!this.idle && !this.disposed) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      this.flush();
    }
  }

  get idle(): boolean {
    const asked = this.walkWanted || this.decisionsWanted || this.configsWanted || this.awaitsLinks;
    const unread = this.stopped ? 0 : this.reading.size;
    const queued = asked || this.events.length + this.opened.size + unread + this.texts.staleCount > 0;
    return this.started && !this.working && !queued;
  }

  /** Nothing more will be read. */
  get ended(): boolean {
    return this.disposed;
  }

  /** What to tell of the lines of the decisions files. */
  decisionProblems(): LineProblem[] {
    return this.decided.problems(this.index.orphans());
  }

  /** Keeps decisions on a document in the file of its folder. */
  async keep(id: string, decisions: readonly Decision[]): Promise<Kept> {
    const { folder } = this.layout.placeOf(id) ?? { folder: this.layout.folders[0] };
    if (!folder) return { refused: 'Decisions are kept in the folder of the sources: open a folder first.' };
    const kept = decisions.map((decision) => inFolder(decision, folder.prefix));
    return this.decisionFiles.keep(folder.location, kept);
  }

  /** Takes a decision back, in every file that holds it. */
  takeBack(decision: Decision): Promise<Kept> {
    return this.decisionFiles.takeBack(decision);
  }

  progress(): Progress {
    const skipped = [...this.skippedByWalk, ...this.configs.skipped, ...this.decided.skipped];
    for (const [location, reason] of this.skippedFiles) skipped.push({ location, reason });
    skipped.sort((a, b) => (a.location < b.location ? -1 : 1));
    // What is open and left out, by its name or by the settings, is no document of ours.
    const leftOut = this.documents.openIds().filter((id) => this.identityOf(id) === null);
    const documents = this.documents.count - leftOut.length;
    const phase = !this.idle ? 'indexing' : this.stopped && this.reading.size > 0 ? 'stopped' : 'ready';
    return { phase, documents, done: documents - this.reading.size, skipped };
  }

  private relayFolders(): void {
    this.layOut();
    this.readOwnFiles();
  }

  private readOwnFiles(): void {
    this.configsWanted = this.decisionsWanted = true;
    this.work();
  }

  /** Says anew what the settings and the files of the folders mean for each; what there is in them is looked at again. */
  private layOut(): void {
    for (const folder of this.layout.layOut()) this.readAgain(folder);
    this.walkWanted = true;
  }

  /** The documents of a folder, for which of them are read has changed. */
  private readAgain(folder: string): void {
    const inside = (id: string): boolean => this.around.fs.inside(folder, id) !== null;
    for (const id of this.documents.diskIds().filter(inside)) {
      this.skippedFiles.delete(id);
      this.reading.add(id);
    }
    for (const id of this.documents.openIds().filter(inside)) this.opened.add(id);
  }

  private work(): void {
    if (this.working || !this.started || this.disposed || this.idle) return;
    this.working = true;
    void this.workOff().finally(() => {
      this.working = false;
      if (!this.disposed && !this.idle) return this.work(); // came in between the last look and here
      this.release();
      this.around.onChange();
      void this.cache?.flush();
    });
  }

  private release(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private async workOff(): Promise<void> {
    while (!this.disposed) {
      await this.around.pause();
      try {
        if (this.configsWanted) await this.readConfigs();
        if (this.decisionsWanted) await this.readDecisions();
        if (this.walkWanted) await this.walkFolders();
        else if (this.events.length > 0) await this.takeEvents(this.events.splice(0));
        else if (!(await this.takeNext())) {
          if (!this.awaitsLinks) return;
          await this.restoreLinks();
        }
      } catch (error) {
        this.around.onFault(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      this.around.onChange();
    }
  }

  private async takeNext(): Promise<boolean> {
    for (const id of this.opened) {
      this.takeBuffer(id);
      return true;
    }
    if (!this.stopped && this.reading.size > 0) {
      const read = await this.reading.next();
      if (read) this.takeFile(read);
      return true;
    }
    return this.texts.tagNextStale();
  }

  /** Everything is read, or will be, and nothing linked yet. */
  private get awaitsLinks(): boolean {
    return this.links.isUnread && this.cache !== null && !this.stopped;
  }

  private async restoreLinks(): Promise<void> {
    const factCount = await this.links.restore(this.cache!);
    if (factCount === undefined) return;
    this.known.changed();
    this.factCount ??= factCount;
  }

  /** Open documents whose file reads otherwise, or is none that would be read. */
  private async unsavedBuffers(): Promise<Set<string>> {
    const unsaved = new Set<string>();
    for (const id of this.documents.openIds()) {
      const read = this.documents.onDisk(id) ? await readText(this.around.fs, id).catch(() => null) : null;
      if (!read || !('text' in read) || read.text !== this.texts.get(id)?.text) unsaved.add(id);
    }
    return unsaved;
  }

  private keptDocuments(cache: TagCache, without: ReadonlySet<string>): KeptDocuments {
    const said = (): string => JSON.stringify(['said', [...this.decided.aliases], this.decided.rulings]);
    const documents = this.texts.keyed(cache.keyOf).filter(({ document }) => !without.has(document.id));
    return { documents, said: () => cache.keyOf(said()) };
  }

  private async readConfigs(): Promise<void> {
    this.configsWanted = false;
    if (!(await this.configs.read(this.layout.named.map(({ location }) => location)))) return;
    this.layOut();
    this.known.shownOtherwise();
    this.texts.heed(this.decided.share(this.configs.aliases));
  }

  private async readDecisions(): Promise<void> {
    this.decisionsWanted = false;
    this.texts.heed(await this.decided.read(this.layout.folders.map(({ location }) => location)));
  }

  private async walkFolders(): Promise<void> {
    this.walkWanted = false;
    const cancelled = (): boolean => this.walkWanted || this.disposed;
    const found = await this.layout.walk(cancelled);
    if (!found) return;
    const unread = [...found.files.keys()].filter((id) => !this.index.document(id) && !this.skippedFiles.has(id));
    const inOrder = await newestFirst(this.around.fs, unread, cancelled);
    this.skippedByWalk = found.skipped;
    for (const id of this.documents.diskIds()) if (!found.files.has(id)) this.dropFile(id);
    for (const id of inOrder) this.reading.add(id);
    for (const [id, place] of found.files) {
      this.documents.setOnDisk(id, place);
      this.texts.rename(id, identityIn(place.folder, place.path));
    }
    for (const id of this.documents.openIds()) this.reconsider(id);
  }

  /** An open document whose folder, settings or `.gitignore` may have changed. */
  private reconsider(id: string): void {
    const identity = this.identityOf(id);
    if (!identity) this.texts.remove(id);
    else if (!this.index.document(id)) this.opened.add(id);
    else this.texts.rename(id, identity);
  }

  private async takeEvents(events: readonly FileEvent[]): Promise<void> {
    const asked = sortEvents(events, {
      fs: this.around.fs,
      folders: this.layout.folders,
      isConfig: (path) => this.configs.concerns(path),
      isDecisions: (path) => this.decided.concerns(path),
      isDocument: (location) => this.documents.onDisk(location) !== null,
    });
    this.configsWanted ||= asked.configs;
    this.decisionsWanted ||= asked.decisions;
    for (const location of asked.undecided) this.openFiles.forget(location);
    for (const id of asked.deleted) this.dropFile(id);
    for (const id of asked.changed) this.reading.add(id);
    this.walkWanted ||= asked.walk;
    if (this.walkWanted) return; // which sees the rest
    if (asked.gone.length > 0) this.dropUnder(asked.gone);
    for (const location of asked.appeared) if (await isFolder(this.around.fs, location)) this.walkWanted = true;
  }

  /** Watchers tell of a deleted folder without telling of the files in it. */
  private dropUnder(folders: readonly string[]): void {
    for (const id of this.documents.diskIds()) {
      if (folders.some((folder) => this.around.fs.inside(folder, id) !== null)) this.dropFile(id);
    }
  }

  private dropFile(id: string): void {
    this.documents.removeFromDisk(id);
    this.skippedFiles.delete(id);
    this.reading.delete(id);
    if (!this.documents.isOpen(id)) this.texts.remove(id);
  }

  private takeFile({ id, read, tagged }: FileRead): void {
    const place = this.documents.onDisk(id);
    if (!place || this.documents.isOpen(id)) return; // deleted or opened while it was read
    if ('text' in read) {
      this.put(id, identityIn(place.folder, place.path), {
        text: read.text,
        format: formatOf(place.path),
        tagging: tagged,
      });
    } else if (read.skipped === null) {
      this.dropFile(id);
    } else {
      this.skippedFiles.set(id, read.skipped);
      this.texts.remove(id);
    }
  }

  private takeBuffer(id: string): void {
    this.opened.delete(id);
    this.edited.delete(id);
    this.reading.delete(id);
    const buffer = this.documents.buffer(id);
    if (!buffer) return;
    const identity = this.identityOf(id);
    this.skippedFiles.delete(id);
    if (identity) this.put(id, identity, { ...buffer, tagging: taggingNext(this.texts.get(id)) });
    else this.texts.remove(id);
    this.around.onChange();
  }

  private identityOf(id: string): Identity | null {
    const place = this.documents.onDisk(id);
    if (place) return identityIn(place.folder, place.path);
    return this.layout.identify(id);
  }

  private put(id: string, identity: Identity, read: TextRead): void {
    const foreign = this.texts.put(id, identity, read);
    if (foreign) this.skippedFiles.set(id, foreign);
    else this.skippedFiles.delete(id);
    if (this.documents.isOpen(id)) this.practise(id);
  }

  /** Once, when what was tagged elsewhere is opened: see `practise`. */
  private practise(id: string): void {
    const held = this.texts.get(id);
    if (this.practised || !held || held.tagNext) return;
    this.practised = true;
    const isOver = (): boolean => this.disposed;
    void practise(held, this.decided.corrections, this.restful(isOver), isOver);
  }
}
