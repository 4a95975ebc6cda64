// Text in the manner of the news, as much as is asked for, the same for one seed: names, quotations, reports, figures and dates in the mixture of a front page.

const people =
  'Ada Brook,Tom Reed,Erik Sand,Maria Costa,Jun Ito,Lena Fisk,Omar Haddad,Nora Quist,Paul Okafor,Ines Duarte'.split(
    ',',
  );
const places = 'Fenwick,Oslo,Lisbon,Nairobi,Quito,Busan,Tampere,Leeds,Antwerp,Hobart'.split(',');
const bodies =
  'the city council,the Ministry of Roads,Fenwick College,the harbour board,the National Bank,the miners’ union'.split(
    ',',
  );
const nouns = 'bridge,harbour,budget,school,mine,railway,hospital,election,flood,treaty,factory,forest'.split(',');
const verbs = 'rebuild,close,pay for,inspect,sell,defend,open,postpone'.split(',');
const days = 'Monday,Tuesday,Wednesday,Thursday,Friday'.split(',');
const cues = 'said,added,warned,told reporters,argued,announced'.split(',');

/** A text of `length` UTF-16 units or a little more. */
export function newsText(length, seed = 1) {
  let state = seed;
  const next = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes
    return Math.floor((state / 2 ** 32) * n);
  };
  const one = (list) => list[next(list.length)];
  const surname = () => one(people).split(' ')[1];
  const clause = () => `the ${one(nouns)} in ${one(places)} would ${one(verbs)} the ${one(nouns)}`;
  const sentences = [
    () => `${one(people)}, who leads ${one(bodies)}, came to ${one(places)} on ${one(days)}.`,
    () => `“We will ${one(verbs)} the ${one(nouns)} and the ${one(nouns)},” ${surname()} ${one(cues)} on ${one(days)}.`,
    () => `${surname()} said that ${clause()} by May ${1 + next(28)}, 20${10 + next(15)}.`,
    () => `According to ${one(bodies)}, ${clause()}, at a cost of $${1 + next(90)}.${next(10)} million.`,
    () =>
      `About ${100 * (1 + next(90))} people lost their homes, up ${1 + next(40)} percent in ${1 + next(11)} months.`,
    () => `“The ${one(nouns)},” she said, “is ‘rotten’ to the core.”`,
    () => `${one(bodies)} voted ${1 + next(20)} to ${1 + next(20)} against the ${one(nouns)}.`,
    () => `The ${one(nouns)} stands where the ${one(nouns)} was, between the river and the road to ${one(places)}.`,
  ];
  const parts = [`${one(places).toUpperCase()}, May ${1 + next(28)}, 2024 — `];
  for (let size = 0; size < length;) {
    const paragraph = Array.from({ length: 2 + next(3) }, () => capitalized(one(sentences)())).join(' ');
    parts.push(paragraph, '\n\n');
    size += paragraph.length + 2;
  }
  return parts.join('');
}

function capitalized(sentence) {
  return sentence[0].toUpperCase() + sentence.slice(1);
}
