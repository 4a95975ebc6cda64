import assert from 'node:assert/strict';
import manifest from '../../package.json';
import messages from '../../package.nls.json';

/** Names of properties whose strings VS Code, or the gallery, shows. */
const shown = new Set([
  'displayName',
  'description',
  'title',
  'shortTitle',
  'category',
  'contextualTitle',
  'contents',
  'label',
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'enumItemLabels',
  'deprecationMessage',
  'markdownDeprecationMessage',
  'errorMessage',
  'patternErrorMessage',
]);

describe('the strings of the manifest', () => {
  const strings = [...stringsOf(manifest, [])];
  const keys = strings.flatMap(({ text }) => /^%(.+)%$/.exec(text)?.[1] ?? []);

  it('are keys wherever a user reads them', () => {
    const literal = strings.filter(({ path, text }) => isShown(path) && !/^%.+%$/.test(text));
    assert.deepEqual(
      literal.map(({ path, text }) => `${path.join('.')}: ${text}`),
      [],
    );
    for (const key of ['name', 'description', 'facts', 'compareFacts', 'drafts', 'walkthrough.open', 'token.person']) {
      assert.ok(keys.includes(key), key);
    }
  });

  it('have words for every key, and a use for all words', () => {
    const known = Object.keys(messages);
    assert.deepEqual([...new Set(keys)].sort(), [...known].sort());
    for (const [key, words] of Object.entries(messages)) assert.match(words, /\p{L}/u, key);
  });

  it('link to commands that there are', () => {
    const own = new Set(manifest.contributes.commands.map(({ command }) => command));
    const links = Object.values(messages).flatMap((words) => words.match(/(?<=\(command:)[\w.]+/g) ?? []);
    assert.ok(links.length > 0);
    for (const link of links) assert.ok(own.has(link) || !link.startsWith('crosscheck.'), link);
  });

  it('name each setting that they point to', () => {
    const settings = new Set(Object.keys(manifest.contributes.configuration.properties));
    const pointers = Object.values(messages).flatMap((words) => words.match(/(?<=`#)crosscheck[^#]+(?=#`)/g) ?? []);
    for (const pointer of pointers) assert.ok(settings.has(pointer), pointer);
  });
});

interface Found {
  /** Names of properties, without indexes. */
  readonly path: readonly string[];
  readonly text: string;
}

function* stringsOf(value: unknown, path: readonly string[]): Generator<Found> {
  if (typeof value === 'string') yield { path, text: value };
  if (Array.isArray(value)) for (const each of value) yield* stringsOf(each, path);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) yield* stringsOf(each, [...path, name]);
  }
}

/** `name` is shown of a view, and elsewhere an identifier. */
function isShown(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return shown.has(last) || (last === 'name' && path.includes('views'));
}
