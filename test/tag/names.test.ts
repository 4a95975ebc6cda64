import { strict as assert } from 'node:assert';
import { changedForms, type Corrections, formKey, mayHold } from '../../server/src/tag/corrections';
import { isSlip } from '../../server/src/tag/names/slip';
import { scan } from '../../server/src/text/scan';
import type { Entity } from '../../server/src/tag/model';
import { tagNames } from '../../server/src/tag/names';
import { drawMarks, parseFixture } from '../fixtures/markers';

/** Every mention of the fixture, and nothing else: its span, type and entity's name. */
function check(fixture: string): void {
  for (const file of parseFixture(fixture)) {
    const { names, entities } = tagNames(scan(file.text));
    const found = names.map((n) => ({ start: n.start, end: n.end, label: `${n.type} ${entities[n.entity]!.name}` }));
    assert.equal(drawMarks(file, found), drawMarks(file, file.marks));
  }
}

function entityOf(text: string, name: string): Entity {
  const { entities } = tagNames(scan(text));
  const entity = entities.find((e) => e.name === name);
  assert.ok(entity, `no entity ${name} among ${entities.map((e) => e.name).join(', ')}`);
  return entity;
}

function titled(text: string): string[] {
  return tagNames(scan(text)).names.map((n) => text.slice(n.titleStart, n.end));
}

describe('names: people', () => {
  it('reads a title, a full name, a surname', () =>
    check(`
The plan was signed by President Marta V. Ilves on Monday.
                                 ^^^^^^^^^^^^^^ person Marta V. Ilves
Critics said Ms. Ilves had no choice, and Ilves agreed.
                 ^^^^^ person Marta V. Ilves
                                          ^^^^^ person Marta V. Ilves
`));

  it('leaves titles out of the span and says where they begin', () => {
    assert.deepEqual(
      titled('Then Mr. Okoro spoke to Prime Minister Anders Lindqvist and Foreign Minister Sana Qadri.'),
      ['Mr. Okoro', 'Prime Minister Anders Lindqvist', 'Foreign Minister Sana Qadri'],
    );
    assert.deepEqual(titled('A letter from Minister of Health and Social Welfare Tendai Moyo arrived.'), [
      'Minister of Health and Social Welfare Tendai Moyo',
    ]);
  });

  it('keeps particles, initials and hyphens in a name', () =>
    check(`
Talks with Ingrid van der Berg and Khalid bin Rashed ended as Park Ki-yoon left.
           ^^^^^^^^^^^^^^^^^^^ person Ingrid van der Berg
                                   ^^^^^^^^^^^^^^^^^ person Khalid bin Rashed
                                                              ^^^^^^^^^^^^ person Park Ki-yoon
`));

  it('takes the first part of an East Asian name for the family', () =>
    check(`
Officials met Zhou Weiming in the morning. In the afternoon Mr. Zhou left.
              ^^^^^^^^^^^^ person Zhou Weiming
                                                                ^^^^ person Zhou Weiming
`));

  it('keeps two people of one surname apart', () => {
    const text = 'Peter Lindgren and Karin Lindgren came. Mr. Lindgren sat down. Mrs. Lindgren stood.';
    assert.equal(entityOf(text, 'Peter Lindgren').mentions.length, 2);
    assert.equal(entityOf(text, 'Karin Lindgren').mentions.length, 2);
  });

  it('gives a title that does not fit to somebody else', () => {
    const text = 'Peter Lindgren came. Then Mrs. Lindgren spoke, and Mr. Lindgren sat down.';
    assert.equal(entityOf(text, 'Peter Lindgren').mentions.length, 2);
    assert.equal(entityOf(text, 'Lindgren').gender, 'female');
  });

  it('joins spellings of one name', () =>
    assert.deepEqual(
      entityOf('Sergei Belinsky arrived. “No,” said Belinskiy. Sergey Belinskyy left.', 'Sergei Belinsky').aliases,
      ['Belinskiy', 'Sergey Belinskyy'],
    ));

  it('tells role and gender', () => {
    const scholar = entityOf(
      '“It is late,” said Nadia Orlova, a scholar at Westmark University. She shrugged.',
      'Nadia Orlova',
    );
    assert.equal(scholar.role, 'scholar at Westmark University');
    assert.equal(scholar.gender, 'female');
    assert.equal(entityOf('Norwegian Prime Minister Tuv Grell spoke. He smiled.', 'Tuv Grell').gender, 'male');
    assert.equal(
      entityOf('Norwegian Prime Minister Tuv Grell spoke. He smiled.', 'Tuv Grell').role,
      'Norwegian Prime Minister',
    );
  });

  it('finds a surname at the head of a sentence by its other occurrences', () =>
    check(`
Reporters asked Lena Brandvold about it. Brandvold declined.
                ^^^^^^^^^^^^^^ person Lena Brandvold
                                         ^^^^^^^^^ person Lena Brandvold
`));
});

describe('names: places and organizations', () => {
  it('joins what the lists call one', () => {
    assert.deepEqual(
      entityOf('The United States and Chad agreed. The U.S. and the US signed.', 'United States').aliases,
      ['U.S.', 'US'],
    );
    assert.deepEqual(entityOf('The European Union met. The EU voted.', 'European Union').aliases, ['EU']);
  });

  it('joins an acronym to the name before it', () =>
    assert.deepEqual(
      entityOf('The Coastal Fisheries Board (CFB) met. Later the CFB voted.', 'Coastal Fisheries Board').aliases,
      ['CFB'],
    ));

  it('joins a short form to the only organization that begins with it', () =>
    assert.deepEqual(
      entityOf(
        'Renwick Holdings Ltd. sued the town. A lawyer for Renwick and its chief, the company said.',
        'Renwick Holdings Ltd.',
      ).aliases,
      ['Renwick'],
    ));

  it('keeps the parts of an organization together', () =>
    check(`
Staff of the Ministry of Trade and Industry met the Bank of Ghana, Renwick Holdings Ltd. and the Harwell Institute for Marine Research.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Ministry of Trade and Industry
                                                    ^^^^^^^^^^^^^ organization Bank of Ghana
                                                                   ^^^^^^^^^^^^^^^^^^^^^ organization Renwick Holdings Ltd.
                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Harwell Institute for Marine Research
`));

  it('types unknown places by what stands around them', () =>
    check(`
The flood reached the town of Marovinda on Friday; people in Teskala and Ovrand District fled.
                              ^^^^^^^^^ place Marovinda
                                                             ^^^^^^^ place Teskala
                                                                         ^^^^^^^^^^^^^^^ place Ovrand District
`));

  it('reads datelines, and splits pairs at a hyphen', () =>
    check(`
NAIROBI — Talks on the Russia-Ukraine war resumed.
^^^^^^^ place NAIROBI
                       ^^^^^^ place Russia
                              ^^^^^^^ place Ukraine
`));

  it('takes demonyms, months and weekdays for no names', () =>
    check(`
On Tuesday the Chinese and the Norwegians signed; in March the German team left.
`));

  it('takes no abbreviation of a common noun for a name', () =>
    check(`
They used mobile heart monitors (MHM) and artificial intelligence (AI) there.
`));
});

describe('names: bounds of organizations', () => {
  it('joins by “and” what an institution is for', () =>
    check(`
Staff of the Truth and Recovery Commission and the Harbour Fishing and Shipping Agency met.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Truth and Recovery Commission
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Harbour Fishing and Shipping Agency
The Institute of Art and Design wrote to the Ministry of Education, Tertiary Training, Science and Technology.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Institute of Art and Design
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization Ministry of Education, Tertiary Training, Science and Technology
`));

  it('joins no two institutions, and nobody to one', () =>
    check(`
The Ministry of Health and National Bank agreed. The Fisheries Agency and Marta Ilves left.
    ^^^^^^^^^^^^^^^^^^ organization Ministry of Health
                           ^^^^^^^^^^^^^ organization National Bank
                                                     ^^^^^^^^^^^^^^^^ organization Fisheries Agency
                                                                          ^^^^^^^^^^^ person Marta Ilves
`));

  it('keeps the people whom an institution is of, but not a country or another institution', () =>
    check(`
The Northern Teachers' Union sued at the Ovrand Magistrate's Court and at Norway's Finance Ministry.
    ^^^^^^^^^^^^^^^^^^^^^^^^ organization Northern Teachers' Union
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ organization Ovrand Magistrate's Court
                                                                          ^^^^^^ place Norway
                                                                                   ^^^^^^^^^^^^^^^^ organization Finance Ministry
`));

  it('takes no head of an institution for somebody’s title', () =>
    check(`
He left the General Directorate of Customs when King Rashed University of Medicine sued the Labour Party of Norway.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization General Directorate of Customs
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization King Rashed University of Medicine
                                                                                            ^^^^^^^^^^^^^^^^^^^^^^ organization Labour Party of Norway
`));

  it('parts an institution from the name behind it', () =>
    check(`
It was said by Speaker of the National Assembly Marta Ilves and by the Chairman of the Fisheries Committee Anders Lind.
                              ^^^^^^^^^^^^^^^^^ organization National Assembly
                                                ^^^^^^^^^^^ person Marta Ilves
                                                                                       ^^^^^^^^^^^^^^^^^^^ organization Fisheries Committee
                                                                                                           ^^^^^^^^^^^ person Anders Lind
`));

  it('takes in an article with a capital, and is one thing without it', () =>
    check(`
He told The Harbour Post so. The Harbour Post printed it, and the Harbour Post was sued.
        ^^^^^^^^^^^^^^^^ organization The Harbour Post
                             ^^^^^^^^^^^^^^^^ organization The Harbour Post
                                                                  ^^^^^^^^^^^^ organization The Harbour Post
`));
});

describe('names: types from evidence', () => {
  const typeOf = (text: string, name: string): string => entityOf(text, name).type;

  it('reads a company by what is its own and what it does', () => {
    assert.equal(
      typeOf('Then Zalvo Tern launched a service, and Zalvo Tern’s customers left.', 'Zalvo Tern'),
      'organization',
    );
    assert.equal(typeOf('Then Zalvo Tern’s daughter left, and Zalvo Tern said so.', 'Zalvo Tern'), 'person');
  });

  it('reads the head of an organization that other languages have first', () =>
    assert.equal(typeOf('The loan came from Banco Tervalo in spring.', 'Banco Tervalo'), 'organization'));

  it('gives an acronym the type of what it stands for', () =>
    assert.equal(
      typeOf('The Great Ovrand Gorge Dam is high. The cost of the GOGD rose.', 'Great Ovrand Gorge Dam'),
      'place',
    ));

  it('takes letters before an amount for a currency or a unit', () =>
    check(`
The loan was KTS 250 million and the fee KTS5.5 each.
`));

  it('takes the title of a work for no organization', () =>
    check(`
She sang in The Long Silence and read The Long Silence twice.
                ^^^^^^^^^^^^ other Long Silence
                                          ^^^^^^^^^^^^ other Long Silence
`));

  it('reads an unknown place by what it is said to be', () =>
    check(`
Varde is a town in the north.
^^^^^ place Varde
`));

  it('takes the short form for a delegate for no place', () =>
    check(`
They asked State Del. Jonas Reed about it.
                      ^^^^^^^^^^ person Jonas Reed
`));
});

describe('names: nicknames', () => {
  it('are in the name and another form of it', () => {
    const text = 'The singer Robert “Bob” Tarnow came. Later Bob Tarnow left, and Bob slept. Then Tarnow rose.';
    const { names, entities } = tagNames(scan(text));
    assert.deepEqual(
      names.map((n) => `${text.slice(n.start, n.end)} = ${entities[n.entity]!.name}`),
      [
        'Robert “Bob” Tarnow = Robert Tarnow',
        'Bob Tarnow = Robert Tarnow',
        'Bob = Robert Tarnow',
        'Tarnow = Robert Tarnow',
      ],
    );
    assert.deepEqual(entities[0]!.aliases, ['Bob', 'Robert “Bob” Tarnow', 'Bob Tarnow', 'Tarnow']);
  });

  it('leave out what somebody does', () =>
    check(`
Then Sapper John “Jack” Tarnow spoke.
            ^^^^^^^^^^^^^^^^^^ person John Tarnow
`));

  it('are none where nobody’s first name is before the marks', () =>
    check(`
In Oslo “Fine” Marta Ilves sang.
   ^^^^ place Oslo
               ^^^^^^^^^^^ person Marta Ilves
`));
});

describe('names: transcripts', () => {
  it('name people by their labels, and call those whom they do not name nothing', () =>
    check(`
MODERATOR: We begin.
TUVA GRELL: It is late.
^^^^^^^^^^ person Tuva Grell
AKSO PELLON: I agree with Tuva Grell.
^^^^^^^^^^^ person Akso Pellon
                          ^^^^^^^^^^ person Tuva Grell
MODERATOR: Thank you.
`));

  it('leave a lone dateline a place', () =>
    check(`
NAIROBI: Talks went on.
^^^^^^^ place NAIROBI
`));
});

describe('names: headlines', () => {
  it('end before the verb of a short headline', () => {
    const body = '\n\nThe banks were named by Marta Ilves on Friday. Marta Ilves left for Oslo.\n';
    for (const headline of ['Marta Ilves Wins', 'Marta Ilves Hammers Banks', 'Ilves Hammers Banks']) {
      const { names } = tagNames(scan(headline + body));
      assert.equal((headline + body).slice(names[0]!.start, names[0]!.end), headline.split(/ (?:Wins|Hammers)/)[0]);
      assert.equal(names[0]!.type, 'person');
    }
  });

  it('reads in a headline what the text names elsewhere, and nothing else', () =>
    check(`
Brandvold Wins Surprise Victory After Long Harbour Dispute
^^^^^^^^^ person Lena Brandvold

The vote went to Lena Brandvold after all, they said.
                 ^^^^^^^^^^^^^^ person Lena Brandvold
`));

  it('reads capitals', () =>
    check(`
BRANDVOLD WINS SURPRISE VICTORY IN NORWAY
^^^^^^^^^ person Lena Brandvold
                                   ^^^^^^ place NORWAY

The vote went to Lena Brandvold after all, they said.
                 ^^^^^^^^^^^^^^ person Lena Brandvold
`));
});

describe('names: misspelled', () => {
  it('reads a word with letters out of order as the name of the text that it was meant to be', () =>
    check(`
The vote in Novomirsk is due. Officials left Novomirsk.
            ^^^^^^^^^ place Novomirsk
                                             ^^^^^^^^^ place Novomirsk
Novomrisk was quiet.
^^^^^^^^^ place Novomirsk
`));

  it('leaves a word that the text also has in small letters, and one that a list knows', () =>
    check(`
The vote for Ingrid Santer is due. Astern was quiet, and the boats lay astern.
             ^^^^^^^^^^^^^ person Ingrid Santer
`));

  it('reads a capital city in small letters behind a preposition of place, and no other word', () =>
    check(`
They met in kyiv, and ate turkey in china cups.
            ^^^^ place kyiv
`));
});

describe('names: corrected', () => {
  const read = (text: string, corrections: Corrections): string[] => {
    const { names, entities } = tagNames(scan(text), corrections);
    return names.map((n) => `${n.type} ${text.slice(n.start, n.end)} = ${entities[n.entity]!.name}`);
  };
  const text = 'Then Morten Varde spoke. Varde left. “Yes,” said Éva  Sand.';

  it('are what was said of their form, whatever its case, accents and spaces', () => {
    assert.deepEqual(read(text, new Map([['varde', 'place']])), [
      'person Morten Varde = Morten Varde',
      'place Varde = Varde',
      'person Éva  Sand = Éva Sand',
    ]);
    assert.deepEqual(read(text, new Map([['eva sand', 'none']])), [
      'person Morten Varde = Morten Varde',
      'person Varde = Morten Varde',
    ]);
  });

  it('are what was said with or without the article', () => {
    const post = 'He told The Harbour Post so.';
    for (const said of ['harbour post', 'the harbour post'])
      assert.deepEqual(read(post, new Map([[said, 'place']])), ['place The Harbour Post = The Harbour Post']);
  });

  it('are looked for only in texts that may hold them', () => {
    assert.ok(mayHold(text, [formKey('eva SAND')]));
    assert.ok(!mayHold(text, ['sandberg']));
    assert.ok(!mayHold(text, []));
    assert.deepEqual(
      changedForms(
        new Map([
          ['a', 'place'],
          ['b', 'none'],
        ]),
        new Map([
          ['a', 'person'],
          ['c', 'none'],
        ]),
      ).sort(),
      ['a', 'b', 'c'],
    );
  });
});

describe('slips', () => {
  it('are letters exchanged, not another letter, another end or another country’s way', () => {
    assert.ok(isSlip('klitschko', 'klistchko'));
    assert.ok(isSlip('novomirskaya', 'novmoirksaya'));
    for (const [a, b] of [
      ['andersen', 'anderson'],
      ['centre', 'center'],
      ['brian', 'brain'],
      ['petrov', 'petrova'],
      ['lindgren', 'lindgren'],
      ['santer', 'astern'],
    ])
      assert.ok(!isSlip(a!, b!), `${a} ${b}`);
  });
});
