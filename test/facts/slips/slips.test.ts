import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsOf } from '../../../server/src/facts/claims';
import type { Finding } from '../../../server/src/facts/model';
import { slipFindingsOf, slipsOf } from '../../../server/src/facts/slips/slips';
import { tag } from '../../../server/src/tag/tag';

function slips(text: string): Finding[] {
  const tagged = tag(text);
  return slipFindingsOf({ id: 'a', label: 'a.txt', draft: false, tagged }, slipsOf(tagged, claimsOf(tagged)));
}

/** `figure: message`, to be compared as text. */
function brief(text: string): string[] {
  return slips(text).map((slip) => `${text.slice(slip.start, slip.end)}: ${slip.message}`);
}

function finds(text: string, ...expected: string[]): void {
  it(`finds: ${text.replace(/\n/g, ' / ')}`, () => assert.deepEqual(brief(text), expected));
}

function isSilentOn(text: string): void {
  it(`is silent: ${text.replace(/\n/g, ' / ')}`, () => assert.deepEqual(brief(text), []));
}

const STORY = 'Updated on: May 16, 2024\n';

describe('slips inside one document', () => {
  describe('weekdays', () => {
    finds(
      'The board met on Thursday, May 17, 2024, in Varde.',
      'Thursday, May 17, 2024: May 17, 2024 was a Friday, not a Thursday.',
    );
    finds(
      'The board met on Thursday 17 May 2024 in Varde.',
      'Thursday 17 May 2024: 17 May 2024 was a Friday, not a Thursday.',
    );
    finds(
      'It closed on May 17, 2024, a Thursday, at noon.',
      'May 17, 2024, a Thursday: May 17, 2024 was a Friday, not a Thursday.',
    );
    finds(
      `${STORY}The fair opens on Thursday, May 17, in Varde.`,
      'Thursday, May 17: May 17, in the year of the story, was a Friday, not a Thursday.',
    );
    isSilentOn('The board met on Friday, May 17, 2024, in Varde.');
    isSilentOn('The board met on Thursday, May 16, and Friday, May 17, 2024.');
    isSilentOn('From Monday, May 13 to Friday, May 17, 2024, the pier is closed.');
    isSilentOn('It closed on May 17, 2024, Thursday’s storm having broken it.');
    // The Julian calendar had another weekday.
    isSilentOn('It was on Thursday, 1 May 1623, that he was born.');
    // Without a year, a date far from the story may be of any; and without a story, none is sure.
    isSilentOn(`${STORY}The fair was founded on Thursday, August 17, and opens on Friday, May 17.`);
    isSilentOn('The fair opens on Thursday, May 17, in Varde.');
    isSilentOn('Open Mon.-Fri. 9 to 5; also Sun., May 19, 2024.');
  });

  describe('sums', () => {
    finds('Thirteen people were killed: five men and seven women.', 'Thirteen: 5 + 7 make 12, not 13.');
    finds(
      'The crash killed 14 people — five men, seven women and a child — near Varde.',
      '14: 5 + 7 + 1 make 13, not 14.',
    );
    finds('They found five men and seven women, 13 in all.', '13: 5 + 7 make 12, not 13.');
    finds(
      'She raised $5.2 million in March and $7.1 million in June, $13.4 million in all.',
      '$13.4 million: $5.2 million + $7.1 million do not make $13.4 million.',
    );
    finds('Of the 40 people aboard, 31 were rescued and the other 8 are missing.', '40: 31 + 8 make 39, not 40.');
    finds(
      'Of the 40 aboard, 31 were rescued, two died and the remaining eight are missing.',
      '40: 31 + 2 + 8 make 41, not 40.',
    );
    isSilentOn('Thirteen people were killed: six men and seven women.');
    isSilentOn('Thirteen people were killed, including five men and seven women.');
    isSilentOn('Thirteen people were killed, among them: five men and seven women.');
    isSilentOn('Thirteen people were hurt: five men and seven women seriously.');
    isSilentOn('Thirteen people were killed. Five men and seven women were hurt.');
    isSilentOn('About 13 people were killed: five men and seven women.');
    isSilentOn('The team has three aims: 20 new schools, 10 clinics and a bridge.');
    isSilentOn('The school has 300 pupils: 20 boys and 30 girls sleep there.');
    isSilentOn('Two men killed five women and seven children, 12 in all.');
    isSilentOn('She wrote five plays, seven novels and 20 poems in all her years.');
    isSilentOn('Two people came on Monday and three on Friday, 50 in all since May.');
    isSilentOn('She raised $5 million in March and $7 million in June, $13 million in all.');
    isSilentOn('Of the 40 people aboard, 31 were rescued and eight are missing.');
    isSilentOn('Of the 40 people aboard, 31 were rescued and the other nine are missing.');
    isSilentOn('Of the 40 people aboard, 31 were rescued by two ships, and the other three ships turned back.');
    isSilentOn('Of the 40 people aboard, about 31 were rescued and the other 8 are missing.');
  });

  describe('shares', () => {
    finds(
      'The poll found 62 percent for, 48 percent against and 8 percent undecided.',
      '8 percent: 62 percent + 48 percent + 8 percent are more than everybody.',
    );
    finds('Sixty-two percent said yes and 48% said no.', '48%: Sixty-two percent + 48% are more than everybody.');
    isSilentOn('The poll found 62 percent for, 30 percent against and 8 percent undecided.');
    isSilentOn('In May 62 percent approved, while 48 percent disapproved a year earlier.');
    isSilentOn('Among Democrats 62 percent approve; 58 percent of Republicans disapprove.');
    isSilentOn('Some 62 percent of the young approve and 58 percent of the old disapprove.');
    isSilentOn('About 62 percent said yes and 48 percent said no.');
    isSilentOn('The tax rose 62 percent and the fine 48 percent.');
  });

  describe('ages', () => {
    finds(
      'VARDE, May 16, 2024 — Ann Orr, 52, born in 1962, leads the harbour board.',
      '52: Born 1962, the age on the day of the story would be 61 or 62, not 52.',
    );
    finds(
      'Bob Orr (1931–2004), the painter, died at the age of 83 in Varde.',
      '83: With the years 1931–2004, the age at death would be 72 or 73, not 83.',
    );
    finds(
      'Joan Hill was born in 1950 and died in 2010 at the age of 50.',
      '50: Born 1950, the age at death would be 59 or 60, not 50.',
    );
    isSilentOn('VARDE, May 16, 2024 — Ann Orr, 61, born in 1962, leads the harbour board.');
    isSilentOn('VARDE, May 16, 2024 — Ann Orr, 62, born in 1962, leads the harbour board.');
    isSilentOn('Ann Orr, 52, born in 1962, leads the harbour board.');
    isSilentOn('VARDE, May 16, 2024 — Ann Orr, 52 when she took office, was born in 1962.');
    isSilentOn('VARDE, May 16, 2024 — In 1990 Ann Orr, 28, born in 1962, led the harbour board.');
    isSilentOn('VARDE, May 16, 2024 — Joe Hall, 19, is a grandson of Ann Orr, born in 1942.');
    isSilentOn('Bob Orr (1931–2004) died at 73 in Varde.');
    isSilentOn('Bob Orr (1931–2004) was 40 when his father died at 83.');
    isSilentOn('Bob Orr (1931–2004) lost his wife, Joan Hill, who died at 83.');
    isSilentOn('Joan Hill was born in 1950 and died in 2010 at the age of 59.');
  });

  describe('spells of years', () => {
    finds('He led the board for 12 years, from 1999 to 2004.', '12 years: 1999 to 2004 is 5 years, not 12.');
    finds('His 12-year reign (1999–2004) ended badly.', '12-year: 1999–2004 is 5 years, not 12.');
    isSilentOn('He led the board for five years, from 1999 to 2004.');
    isSilentOn('He led the board for six years, from 1999 to 2004.');
    isSilentOn('He won in 3 years, from 1999 to 2004 he lost.');
    isSilentOn('Every four years from 1996 to 2012 the board voted.');
    isSilentOn('The last five years (1999–2014) were bad.');
    isSilentOn('For nearly 12 years, from 1999 to 2010, he led it.');
    isSilentOn('A boy of 12 years, from 1999 on a pupil, led it.');
  });

  describe('conversions', () => {
    finds('The pier is 10 miles (26 km) from the town.', '26 km: 10 miles would be about 16 kilometers, not 26 km.');
    finds('The tower is 300 feet (900 metres) high.', '900 metres: 300 feet would be about 91 meters, not 900 metres.');
    finds(
      'The farm has 100 acres (400 hectares).',
      '400 hectares: 100 acres would be about 40 hectares, not 400 hectares.',
    );
    finds(
      'It was 80 degrees Fahrenheit (47 degrees Celsius) in Varde.',
      '47 degrees Celsius: 80 degrees Fahrenheit would be about 27 degrees Celsius, not 47 degrees Celsius.',
    );
    isSilentOn('The pier is 10 miles (16 km) from the town, 300 feet (90 metres) long.');
    isSilentOn('The pier is 10 miles (15 km) away, or 80 degrees Fahrenheit (27 degrees Celsius).');
    isSilentOn('She is 5 feet 10 inches (178 cm) tall and weighs 10 stone 5 pounds (66 kg).');
    isSilentOn('It rose by 2 degrees Celsius (3.6 degrees Fahrenheit) over 640 acres (2.6 sq km).');
    isSilentOn('The tank holds 100 gallons (379 litres), the other 100 gallons (455 litres).');
    isSilentOn('It is 20 tons (18 tonnes), in winds of 50 mph (80 km/h), over 100 square miles (259 square km).');
    isSilentOn('The road is 10 miles (with 26 km of track) long.');
    isSilentOn('The ticket is $10 (26 euros).');
  });

  describe('digits', () => {
    finds(
      'The Varde bridge is 420 metres long, the ministry said. Work began in May. The new Varde bridge is 240 metres long.',
      '240 metres: 240 metres here, 420 metres before: they have the same digits in another order: swapped?',
    );
    finds(
      'The Varde bridge cost $42 million to build. Years later the mayor said: the Varde bridge cost $4.2 million to build.',
      '$4.2 million: $4.2 million here, $42 million before: they differ by exactly ten times: a slip of scale?',
    );
    finds(
      'The bridge is 420 metres long and opens in July. Work on the 240-metre bridge began in June.',
      '240-metre: 240-metre here, 420 metres before: they have the same digits in another order: swapped?',
    );
    isSilentOn('The bridge is 420 metres long and opens in July. Work on the 240-metre Skerry bridge began in June.');
    isSilentOn('The Varde bridge cost $42 million to build. The Skerry bridge cost $24 million to build.');
    isSilentOn('The town of Varde had 1,350 people in 1990. The town of Varde had 1,530 people in 2020.');
    isSilentOn('The mayor wanted $42 million for the bridge. The council gave $4.2 million for the bridge.');
    isSilentOn('Unemployment in Varde was 12 percent in May. Unemployment in Varde was 21 percent in June.');
    isSilentOn('The first fire killed 12 people in Varde. The second fire killed 21 people in Varde.');
    isSilentOn('The Varde bridge cost $42 million to build. The Varde bridge cost $46 million to build.');
  });

  it('are warnings whose ids survive what stands before them', () => {
    const text = 'The board met on Thursday, May 17, 2024, in Varde.';
    const [slip] = slips(text);
    const [moved] = slips(`The harbour is closed.\n\n${text}`);
    assert.equal(slip?.severity, 'warning');
    assert.equal(slip.verdict, 'conflict');
    assert.equal(slip.code, 'conflicting-date');
    assert.equal(moved?.id, slip.id);
    assert.notEqual(slips(text.replace('17', '18'))[0]?.id, slip.id);
    const [twice, again] = slips(`${text}\n\n${text}`);
    assert.notEqual(twice!.id, again!.id);
  });

  it('throw on no input, and answer with places inside the text', function () {
    this.timeout(20_000);
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'Thursday, ',
          'May 17, 2024',
          ', a Friday',
          ' (',
          ')',
          ': ',
          '— ',
          ', ',
          ' and ',
          '. ',
          '\n\n',
          '\ud800',
          '1e999',
        ],
        ...[
          '13 people ',
          'five men ',
          'seven women ',
          'a child',
          ' in all',
          'of the 40 ',
          'the other 8 ',
          '62 percent ',
          'yes ',
        ],
        ...[
          'Ann Orr',
          ', 52, ',
          'born in 1962',
          'died at 83',
          '(1931–2004)',
          '12 years',
          ', from 1999 to 2004',
          '10 miles',
          '16 km',
        ],
        ...['0', '9'.repeat(400), '0 miles (0 km)', '0 °C (0 °F)', 'May 99, 0000', '-5 ', 'undecided'],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const slip of slips(text)) {
          for (const { start, end } of [slip, ...slip.related]) {
            assert.ok(start >= 0 && start < end && end <= text.length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('take time in proportion to the text', function () {
    this.timeout(30_000);
    const hostile = [
      '13 people: five men and ',
      '(5 miles ',
      'Thursday, May 17, ',
      'Ann Orr (1931–2004) died at 83 ',
      'Ann Orr, 52, ',
      '5%, no ',
      '12 years, from ',
    ];
    for (const piece of hostile) {
      const [short, long] = [500, 4000].map((times) => {
        const tagged = tag(piece.repeat(times));
        const claims = claimsOf(tagged);
        const from = process.cpuUsage().user;
        slipsOf(tagged, claims);
        return (process.cpuUsage().user - from) / 1000;
      });
      assert.ok(long! < 100 + 40 * short!, `${piece}: ${short} ms, then ${long} ms`);
    }
  });
});
