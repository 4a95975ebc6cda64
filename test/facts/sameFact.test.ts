import assert from 'node:assert/strict';
import { FactIndex } from '../../server/src/facts/index';
import { tag } from '../../server/src/tag/tag';

/** The differences between figures of two texts, as `here ≠ there severity`. */
function differences(...texts: string[]): string[] {
  const index = new FactIndex();
  texts.forEach((text, i) => index.replace({ id: `${i}`, label: `${i}.txt`, draft: false, tagged: tag(text) }));
  return index
    .findings()
    .filter(({ code }) => code === 'conflicting-figure' || code === 'conflicting-date')
    .map(({ document, start, end, related, severity }) => {
      const there = related.map((r) => texts[Number(r.document)]!.slice(r.start, r.end));
      return `${texts[Number(document)]!.slice(start, end)} ≠ ${there.join(', ')} ${severity}`;
    });
}

describe('two figures of one fact', () => {
  const DATES = 'She opened the Skerry yard on 4 March 1890 and sold it on 7 June 1921.';

  const found: [string, string, string, string[]][] = [
    [
      'a figure changed in a copied passage, however little its own sentence says',
      'The Solveig Bay is a ferry of the Skerry Line. It was launched by the Varde yard on 4 March 1990. A sister ship followed.',
      'The Solveig Bay is a ferry of the Skerry Line. It was launched by the Varde yard on 9 May 1988. A sister ship followed.',
      ['9 May 1988 ≠ 4 March 1990 warning'],
    ],
    [
      'a birthday in brackets and one in a sentence, where the documents have more in common',
      `Ana Halvorsen (3 May 1860 – 9 July 1931) was a shipbuilder. ${DATES}`,
      `The shipbuilder Ana Halvorsen was born on 12 April 1862. ${DATES}`,
      ['12 April 1862 ≠ 3 May 1860 warning'],
    ],
    [
      'a toll in other words',
      'Fire on the ferry Solveig Bay off Skerry: the captain said 12 people were killed and 30 injured.',
      'Off Skerry, a fire on the ferry Solveig Bay left 14 dead and 30 injured, the captain said.',
      ['14 ≠ 12 warning'],
    ],
  ];
  for (const [what, a, b, wanted] of found) it(`is ${what}`, () => assert.deepEqual(differences(a, b), wanted));

  const silent: [string, string, string][] = [
    [
      'two people of one name, born and dead on other days',
      'Ana Halvorsen (3 May 1860 – 9 July 1931) was a shipbuilder in Skerry.',
      'Ana Halvorsen (8 June 1902 – 1 March 1977) was a shipbuilder in Skerry.',
    ],
    [
      'one house built and opened',
      'The Varde theatre in Port Ellery was built in 1885 by Tomas Brandt.',
      'The Varde theatre in Port Ellery was opened in 1887 by Tomas Brandt.',
    ],
    [
      'two censuses',
      'According to the 2011 census, Port Ellery had 1,200 households.',
      'According to the 2016 census, Port Ellery had 1,350 households.',
    ],
    [
      'a disaster long before, told beside the one of the day',
      'A fire on the ferry Solveig Bay off Skerry killed 12 people.',
      'A fire on the ferry Solveig Bay off Skerry in August 1994 killed 15 people.',
    ],
    [
      'four times as many dead',
      'A storm on the Skerry coast on Monday killed 12 people, police said.',
      'Police said that 70 people were killed by a storm on the Skerry coast on Monday.',
    ],
    [
      'the year of a birth beside a life that it falls in',
      'Ana Halvorsen (1860–1931) was a shipbuilder in Skerry.',
      'Ana Halvorsen was mayor of Skerry in 1902.',
    ],
  ];
  for (const [what, a, b] of silent) it(`is not ${what}`, () => assert.deepEqual(differences(a, b), []));
});
