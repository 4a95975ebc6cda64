import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import manifest from '../../package.json';
import { filterBy, formatOf } from '../../server/src/workspace/filter';
import { findingCodes } from '../../server/src/facts/model';
import { asFound, severityChoices } from '../../server/src/workspace/severities';
import { defaultSettings, readSettings } from '../../server/src/workspace/settings';

describe('settings', () => {
  it('are those of the manifest', () => {
    const properties = manifest.contributes.configuration.properties;
    assert.deepEqual(
      {
        include: properties['crosscheck.files.include'].default,
        exclude: properties['crosscheck.files.exclude'].default,
        respectGitignore: properties['crosscheck.files.respectGitignore'].default,
        drafts: properties['crosscheck.drafts'].default,
        severity: {},
        languages: properties['crosscheck.languages'].default,
      },
      defaultSettings,
    );
  });

  it('have a severity for every code, with a page that names it', () => {
    const properties: Record<string, { scope: string; enum?: readonly string[]; default: unknown }> =
      manifest.contributes.configuration.properties;
    const named = Object.keys(properties).filter((name) => name.startsWith('crosscheck.severity.'));
    assert.deepEqual(
      named,
      findingCodes.map((code) => `crosscheck.severity.${code}`),
    );
    for (const [i, name] of named.entries()) {
      const { scope, enum: choices, default: usual } = properties[name]!;
      assert.deepEqual([scope, choices, usual], ['resource', [...severityChoices], asFound]);
      assert.ok(readFileSync(`docs/findings/${findingCodes[i]}.md`, 'utf8').includes(`\`${name}\``), name);
    }
  });

  it('are the defaults where nothing is set', () => {
    for (const nothing of [undefined, null, {}]) {
      assert.deepEqual(readSettings(nothing), { settings: defaultSettings, problems: [] });
    }
  });

  it('are read', () => {
    const section = {
      files: { include: ['**/*.txt'], exclude: ['old/**'], respectGitignore: false },
      drafts: ['mine/**'],
      severity: { 'quote-wording': 'off', 'name-spelling': 'as found' },
      languages: ['en', 'de'],
    };
    const { settings, problems } = readSettings(section);
    assert.deepEqual(settings, {
      include: ['**/*.txt'],
      exclude: ['old/**'],
      respectGitignore: false,
      drafts: ['mine/**'],
      severity: { 'quote-wording': 'off' },
      languages: ['en', 'de'],
    });
    assert.deepEqual(problems, []);
  });

  it('fall back on the default for each value of the wrong kind, and name it', () => {
    const junk = {
      files: { include: '**/*', exclude: [1, null, '', ' a/** ', {}], respectGitignore: 'yes' },
      drafts: 5,
      severity: { 'quote-wording': 'loud', quotes: 'off', 'name-spelling': 7 },
    };
    const { settings, problems } = readSettings(junk);
    assert.deepEqual(settings, { ...defaultSettings, exclude: ['a/**'] });
    assert.equal(problems.length, 7);
    assert.match(
      problems.join('\n'),
      /files\.include.*\n.*files\.exclude.*\n.*respectGitignore.*\n.*drafts.*\n.*severity\.quote-wording/,
    );
  });

  it('take an empty list at its word', () => {
    const { settings } = readSettings({ files: { include: [] } });
    assert.equal(filterBy(settings).acceptsFile('a.txt'), false);
  });

  it('survive anything', () => {
    fc.assert(
      fc.property(fc.anything(), (section) => {
        const { settings } = readSettings(section);
        assert.equal(typeof settings.respectGitignore, 'boolean');
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (globs, path) => {
        const filter = filterBy(readSettings({ files: { include: globs, exclude: globs }, drafts: globs }).settings);
        filter.acceptsFile(path);
        filter.isDraft(path);
      }),
    );
  });
});

describe('filter', () => {
  const filter = filterBy({ ...defaultSettings, exclude: ['**/old', '*.bak.txt'] });

  for (const path of ['a.txt', 'a.TXT', 'x/y/b.md', 'c.markdown', 'd.text', 'ä ö.txt', '(1) [2].txt']) {
    it(`accepts ${path}`, () => assert.ok(filter.acceptsFile(path)));
  }
  const refused = [
    'a.ts',
    'a.txt.gz',
    '.a.txt',
    '.hidden/a.txt',
    'node_modules/p/README.md',
    'x/node_modules/a.md',
    'a.bak.txt',
  ];
  for (const path of refused) it(`refuses ${path}`, () => assert.ok(!filter.acceptsFile(path)));

  it('does not enter an excluded folder', () => {
    assert.ok(!filter.acceptsFolder('x/old'));
    assert.ok(filter.acceptsFolder('x/older'));
  });

  it('knows a draft', () => {
    const drafts = ['drafts/a.txt', 'x/drafts/y/a.md', 'draft.md', 'x/Draft 2.txt', 'story.draft.txt'];
    assert.deepEqual(drafts.filter(filter.isDraft), drafts);
    const sources = ['overdraft.txt', 'a.txt', 'drafts.d/a.txt'];
    assert.deepEqual(sources.filter(filter.isDraft), []);
  });

  it('knows Markdown by its extension or its language', () => {
    assert.deepEqual(
      [formatOf('a.MD'), formatOf('a.markdown'), formatOf('a.txt'), formatOf('Untitled-1', 'markdown')],
      ['markdown', 'markdown', 'plain', 'markdown'],
    );
  });
});
