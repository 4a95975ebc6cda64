import assert from 'node:assert/strict';
import { type Arguments, readArguments } from '../../server/src/commandLine/arguments';

describe('arguments', () => {
  const check = { verb: 'check', format: 'text', failOn: 'warning', severity: {}, paths: ['a'] };
  const rows: [string, Arguments][] = [
    ['check a', { request: check } as Arguments],
    ['check --format json a', { request: { ...check, format: 'json' } } as Arguments],
    ['check a --format=json b', { request: { ...check, format: 'json', paths: ['a', 'b'] } } as Arguments],
    ['check --fail-on never a', { request: { ...check, failOn: 'never' } } as Arguments],
    ['check --format sarif a', { request: { ...check, format: 'sarif' } } as Arguments],
    [
      'check --severity quote-wording=off --severity=name-spelling=error a',
      { request: { ...check, severity: { 'quote-wording': 'off', 'name-spelling': 'error' } } } as Arguments,
    ],
    ['check -- --format', { request: { ...check, paths: ['--format'] } } as Arguments],
    ['annotate a', { request: { ...check, verb: 'annotate', format: 'json' } } as Arguments],
    ['annotate --format text a', { request: { ...check, verb: 'annotate' } } as Arguments],
    ['--help', { show: 'help' }],
    ['check a -h', { show: 'help' }],
    ['--version', { show: 'version' }],
    ['-V', { show: 'version' }],
  ];
  for (const [line, expected] of rows) {
    it(`read crosscheck ${line}`, () => assert.deepEqual(readArguments(line.split(' ')), expected));
  }

  const wrong: [string[], RegExp][] = [
    [[], /what to do/],
    [['look', 'a'], /unknown command look/],
    [['check'], /check what\?/],
    [['check', '--fast', 'a'], /unknown option --fast/],
    [['check', '-x', 'a'], /unknown option -x/],
    [['check', 'a', '--format'], /--format needs a value/],
    [['check', '--format', 'xml', 'a'], /unknown format xml; check has text, json, sarif/],
    [['annotate', '--format', 'sarif', 'a'], /unknown format sarif/],
    [['check', '--fail-on', 'info', 'a'], /unknown severity info; there are error, warning/],
    [['annotate', '--fail-on', 'hint', 'a'], /--fail-on belongs to check/],
    [['annotate', '--severity', 'quote-wording=off', 'a'], /--severity belongs to check/],
    [['check', '--severity', 'off', 'a'], /--severity off: write CODE=LEVEL/],
    [['check', '--severity', 'quotes=off', 'a'], /--severity quotes: no such code; there are conflicting-figure, /],
    [['check', '--severity', 'quote-wording=loud', 'a'], /--severity quote-wording: none of as found, error, /],
  ];
  for (const [args, sentence] of wrong) {
    it(`refuse crosscheck ${args.join(' ')}`, () => {
      const read = readArguments(args);
      assert.ok('wrong' in read);
      assert.match(read.wrong, sentence);
    });
  }
});
