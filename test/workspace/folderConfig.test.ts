import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findingCodes } from '../../server/src/facts/model';
import { readFolderConfig, settingsWith } from '../../server/src/workspace/folderConfig';
import { severityChoices } from '../../server/src/workspace/severities';
import { defaultSettings, knownLanguages, type Settings } from '../../server/src/workspace/settings';

describe('crosscheck.json', () => {
  const problemsOf = (text: string): string[] =>
    readFolderConfig(text).problems.map(({ start, end, message }) => `${text.slice(start, end)} | ${message}`);

  it('says what is read, what is a draft and how findings are shown', () => {
    const config = readFolderConfig(`{
      // for the desk
      "$schema": "x", "include": ["**/*.txt"], "exclude": ["old/**"], "respectGitignore": false,
      "drafts": ["mine/**"], "severity": { "quote-wording": "off" },
      "aliases": [["Ann Orr", "A. Orr-Lund"]], "languages": ["en", "de"],
    }`);
    assert.deepEqual(config.problems, []);
    assert.deepEqual(config.aliases, [['Ann Orr', 'A. Orr-Lund']]);
    assert.deepEqual(settingsWith(defaultSettings, config), {
      include: ['**/*.txt'],
      exclude: ['old/**'],
      respectGitignore: false,
      drafts: ['mine/**'],
      severity: { 'quote-wording': 'off' },
      languages: ['en', 'de'],
    });
  });
  it('goes before the settings of the editor, and leaves what it does not name', () => {
    const editor: Settings = {
      ...defaultSettings,
      drafts: ['d/**'],
      severity: { 'quote-wording': 'error', 'name-spelling': 'off' },
    };
    const config = readFolderConfig('{ "exclude": ["f/**"], "severity": { "name-spelling": "as found" } }');
    assert.deepEqual(settingsWith(editor, config), {
      ...editor,
      exclude: ['f/**'],
      severity: { 'quote-wording': 'error' },
    });
  });
  it('says nothing when it is empty or not there', () => {
    for (const text of ['', ' \n', '{}', '// nothing\n{}']) {
      assert.deepEqual(settingsWith(defaultSettings, readFolderConfig(text)), defaultSettings, text);
      assert.deepEqual(problemsOf(text), []);
    }
  });
  it('names what makes no sense where it stands, and keeps the rest', () => {
    const text =
      '{ "includes": [], "exclude": ["a/**", 3], "severity": { "wording": "off", "quote-wording": "loud" }, "drafts": "x" }';
    assert.deepEqual(
      readFolderConfig(text).problems.map(({ start, end }) => text.slice(start, end)),
      ['"includes"', '3', '"wording"', '"loud"', '"x"'],
    );
    assert.deepEqual(settingsWith(defaultSettings, readFolderConfig(text)), { ...defaultSettings, exclude: ['a/**'] });
  });
  it('takes a list of which nothing makes sense for none, and an empty one as it is', () => {
    assert.deepEqual(readFolderConfig('{ "include": [3], "languages": ["xx"], "drafts": [""] }').settings, {});
    assert.deepEqual(readFolderConfig('{ "include": [], "drafts": [] }').settings, { include: [], drafts: [] });
  });
  it('names a slip of the pen', () => {
    for (const [text, problem] of [
      ['{ "exclude": ["a/**"] "drafts": [] }', '"drafts" | A comma is missing before this.'],
      ['{ "exclude" ["a/**"] }', '[ | A colon is missing before this.'],
      ['{ "exclude": }', '} | A value is missing here.'],
      ['{ exclude: ["a/**"] }', 'exclude | This is no value: text stands in double quotes.'],
      ['{ "exclude": ["a/**] }', '"a/**] } | The closing quote mark is missing.'],
      ['{ "exclude": ["a\\b"] }{', '{ | Nothing may stand after the last }.'],
      ['{ "exclude": ["a\\c"] }', '"a\\c" | A backslash is written twice; between folders stands /.'],
      ['{ "exclude": ["a/**"', ' | A ] is missing here.'],
      ['{ // exclude', ' | A } is missing here.'],
    ] as const)
      assert.ok(problemsOf(text).includes(problem), `${text}: ${problemsOf(text).join('; ')}`);
    assert.deepEqual(problemsOf('[1]'), ['[1] | crosscheck.json holds an object: { … }.']);
    assert.match(problemsOf('{ "drafts": [], "drafts": ["a"] }')[0]!, /twice/);
  });
  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((text) => `{"aliases":${text},"severity":${text}}`),
        ),
        (text) => {
          for (const { start, end } of readFolderConfig(text).problems)
            assert.ok(start >= 0 && start <= end && end <= text.length);
        },
      ),
    );
  });
  it('is described by its schema', () => {
    const schema = JSON.parse(readFileSync('syntaxes/crosscheck.schema.json', 'utf8')) as {
      properties: Record<string, { properties?: object; additionalProperties?: boolean }> & {
        severity: { properties: Record<string, { enum: string[] }> };
        languages: { items: { enum: string[] } };
      };
    };
    assert.deepEqual(Object.keys(schema.properties).sort(), [
      '$schema',
      'aliases',
      'drafts',
      'exclude',
      'include',
      'languages',
      'respectGitignore',
      'severity',
    ]);
    assert.deepEqual(schema.properties.languages.items.enum, knownLanguages);
    assert.deepEqual(Object.keys(schema.properties.severity.properties).sort(), [...findingCodes].sort());
    for (const { enum: levels } of Object.values(schema.properties.severity.properties))
      assert.deepEqual(levels, [...severityChoices]);
  });
});
