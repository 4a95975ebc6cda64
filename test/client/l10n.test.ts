import assert from 'node:assert/strict';
import { documentCount } from '../../client/src/counts';
import { dayInWords, language, numeral, speak, t } from '../../client/src/l10n';

const english = { locale: 'en', translations: {} };

describe('the words of the client', () => {
  after(() => speak(english));

  it('are English where nothing is translated, with numbers as the user writes them', () => {
    speak(english);
    assert.equal(t('{0} of {1}, line {2}', 1204, 3000, '1204'), '1,204 of 3,000, line 1204');
    speak({ locale: 'de', translations: {} });
    assert.equal(t('{0} facts', 1204), '1.204 facts');
    assert.equal(language(), 'en');
  });

  it('are those of the translation, each place where it puts it', () => {
    speak({ locale: 'de', translations: { '{0} of {1}': 'von {1}: {0}' } });
    assert.equal(t('{0} of {1}', 2, 'x'), 'von x: 2');
    assert.equal(t('Open'), 'Open');
    assert.equal(language(), 'de');
  });

  it('leave what is put into them as it is', () => {
    speak(english);
    assert.equal(t('{0} with “{1}”', '{1}', '$& {0}'), '{1} with “$& {0}”');
    assert.equal(t('{0} and {1}', 'one'), 'one and {1}');
  });

  it('have a message of its own for one', () => {
    speak(english);
    assert.deepEqual([0, 1, 2].map(documentCount), ['0 documents', '1 document', '2 documents']);
  });
});

describe('days in words', () => {
  after(() => speak(english));

  it('have as much as is known of the day; what is no day stays as it is', () => {
    speak(english);
    const days = ['2025-06-01', '2025-12', '2025', '2025-13', '2025-02-31', '2025-06-01/2025-06-03', 'P2D', ''];
    assert.deepEqual(days.map(dayInWords), [
      '1 June 2025',
      'December 2025',
      '2025',
      '2025-13',
      '2025-02-31',
      '2025-06-01/2025-06-03',
      'P2D',
      '',
    ]);
  });

  it('follow the language of the editor, never the time zone', () => {
    speak({ locale: 'de', translations: {} });
    assert.equal(dayInWords('2025-06-01'), '1. Juni 2025');
    speak({ locale: 'th', translations: {} });
    assert.match(dayInWords('2025-06-01'), /2025/);
    assert.equal(numeral(5), '5');
  });
});
