import assert from 'node:assert/strict';
import type { TextFormat } from '../../server/src/text/markdown';
import { scan } from '../../server/src/text/scan';
import { isoDay, civilOf, dayOf, weekdayOf, weekOf } from '../../server/src/tag/figures/calendar';
import { findStoryDate } from '../../server/src/tag/storyDate';

const BODY = 'The council met in the old town hall and argued for hours about the harbour, the mayor said.';

function date(text: string, format: TextFormat = 'plain'): string | null {
  const found = findStoryDate(scan(text, format));
  return found && `${isoDay(found.day)} ${found.evidence}`;
}

describe('calendar', () => {
  it('agrees with Date over eight centuries', () => {
    for (let day = -200000; day < 100000; day += 97) {
      const known = new Date(day * 86400000);
      assert.deepEqual(civilOf(day), {
        year: known.getUTCFullYear(),
        month: known.getUTCMonth() + 1,
        day: known.getUTCDate(),
      });
      assert.equal(dayOf(known.getUTCFullYear(), known.getUTCMonth() + 1, known.getUTCDate()), day);
      assert.equal(weekdayOf(day), known.getUTCDay());
    }
  });
  it('names ISO weeks', () => {
    assert.equal(weekOf(dayOf(2024, 12, 30)).name, '2025-W01');
    assert.equal(weekOf(dayOf(2021, 1, 3)).name, '2020-W53');
  });
});

describe('story date', () => {
  it('front matter', () =>
    assert.equal(
      date(`---\ntitle: Harbour\ndate: 2023-09-04\n---\n\n# Harbour\n\n${BODY}\n`, 'markdown'),
      '2023-09-04 frontMatter',
    ));
  it('a label', () =>
    assert.equal(date(`Harbour quarrel\nUpdated on: September 4, 2023 / 8:10 AM EDT\n${BODY}`), '2023-09-04 updated'));
  it('a dateline with its year', () =>
    assert.equal(date(`Harbour quarrel\n\nZENDA, Sept. 4, 2023 (Wire) — ${BODY}`), '2023-09-04 dateline'));
  it('a dateline takes its year from a masthead of about that day', () =>
    assert.equal(
      date(`Tuesday, September 5, 2023\n\nHarbour quarrel\n\nZENDA, Sept. 4 (Wire) — ${BODY}`),
      '2023-09-04 dateline',
    ));
  it('a dateline without a year anywhere', () => assert.equal(date(`ZENDA, Sept. 4 (Wire) — ${BODY}`), null));
  it('a line under the headline', () =>
    assert.equal(date(`Harbour quarrel deepens\n\nSeptember 4, 2023\n\n${BODY}`), '2023-09-04 byline'));
  it('a line of emphasis under a title', () => {
    assert.equal(
      date(`# Harbour notes\n\n*Desk notes, Monday 4 September 2023, 6 p.m.*\n\n${BODY}\n`, 'markdown'),
      '2023-09-04 byline',
    );
    assert.equal(date(`# Harbour notes\n\n**Zenda, 4 September 2023.** ${BODY}\n`, 'markdown'), '2023-09-04 byline');
  });
  it('a date in the emphasised words of a story is not its date', () =>
    assert.equal(date(`# Harbour\n\n${BODY} *The quay was built on 4 September 1923.*\n`, 'markdown'), null));
  it('a transcript says of which day it is', () =>
    assert.equal(
      date(`TRANSCRIPT — Press call, Zenda, Monday 4 September 2023, 9 a.m.\n\n${BODY}`),
      '2023-09-04 byline',
    ));
  it('a name and the day, as a station or a paper writes them', () =>
    assert.equal(date(`Radio Zenda, news at eight, 4 September 2023\n\n${BODY}`), '2023-09-04 byline'));
  it('a masthead alone is not trusted', () =>
    assert.equal(date(`Monday, September 4, 2023\n\nHarbour quarrel\n\n${BODY}`), null));
  it('a navigation bar is not trusted', () =>
    assert.equal(date(`Terms\n\nMonday, September 4, 2023 | Back issues\n\nHarbour quarrel\n\n${BODY}`), null));
  it('a date in the story is not its date', () =>
    assert.equal(date(`Harbour quarrel\n\n${BODY} It was built on September 4, 1923, they say.`), null));
  it('a caption of a day that the text speaks of, against a masthead weeks later', () =>
    assert.equal(
      date(
        `Thursday, June 20, 2024 | Archive\n\nHarbour quarrel\n\n${BODY} They met on Friday.\n\nThe mayor at the quay on Friday, May 17, 2024. (A. Bee, Pool Photo via Wire)\n`,
      ),
      '2024-05-17 caption',
    ));
  it('an archive picture shows another day', () =>
    assert.equal(
      date(
        `Harbour quarrel\n\n${BODY} They met on Friday.\n\nFILE - The mayor on Friday, May 17, 2024. (Pool Photo)\n`,
      ),
      null,
    ));
  it('witnesses that disagree', () =>
    assert.equal(date(`Harbour quarrel\nPublished: September 4, 2023\nUpdated: November 9, 2023\n${BODY}`), null));
  it('a photograph younger than the story', () =>
    assert.equal(
      date(`Harbour quarrel\n\nMay 1, 2024\n\n${BODY}\n\nThe mayor on Friday, May 17, 2024. (Pool Photo)`),
      null,
    ));
  it('a weekday that the date does not have', () =>
    assert.equal(date(`Updated on: Friday, September 4, 2023\n${BODY}`), null));
});
