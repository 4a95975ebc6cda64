// A folder of invented news, the same for one seed: events that a dozen files each report, with people and figures in common, and a few people whom all events know.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const given =
  'Ada,Tom,Erik,Maria,Jun,Lena,Omar,Nora,Paul,Ines,Hugo,Clara,Ivan,Ruth,Leo,Anna,Karl,Rosa,Peter,Alice,Simon,Julia,Felix,Helen'.split(
    ',',
  );
const first = 'Bro,Ree,San,Cos,Fis,Had,Qui,Oka,Dua,Mar,Lin,Tor,Vel,Gar,Hal,Ber,Dun,Kes,Pol,Wen'.split(',');
const last = 'ok,land,dal,tini,ker,ström,vist,for,rtez,ley,den,nall,sby,wick,man,gård,mond,ler,som,ton'.split(',');
const towns = 'Fen,Ash,Gren,Hol,Wes,Nor,Stan,Bel,Cor,Dal'.split(',');
const ends = 'wick,ford,bury,mouth,stead,haven,field,by,minster,port'.split(',');
const nouns =
  'bridge,harbour,school,mine,railway,hospital,dam,factory,forest,tunnel,market,library,airport,canal,stadium'.split(
    ',',
  );
const disasters = 'fire,flood,strike,collapse,storm,explosion,landslide,blackout,leak,outbreak'.split(',');
const bodies = 'city council,harbour board,water authority,fire service,regional court,transport union'.split(',');
const roles = 'mayor,engineer,spokeswoman,judge,minister,director,union leader,professor'.split(',');
const days = 'Monday,Tuesday,Wednesday,Thursday,Friday'.split(',');
const months = 'January,February,March,April,May,June,July,September,October,November'.split(',');
const cues = 'said,told reporters,warned,argued,announced'.split(',');
const verbs =
  'rebuild,close,inspect,defend,reopen,postpone,replace,widen,sell,lease,paint,insure,measure,guard,drain,lower'.split(
    ',',
  );
/** Things to write of: some hundreds, so that two stories seldom have theirs in common. */
const objects = compounds(
  'stone,iron,river,salt,glass,mill,rail,sand,coal,oak,wind,light,brick,dock,farm,grain,wool,paper,copper,water,tar,silver,timber,cotton',
  'work,house,yard,bank,field,gate,line,store,bridge,hall,shed,pit,way,mast,lock,barn,wharf,loft,court,kiln',
);
const counted = (
  'passengers,pupils,tonnes,volunteers,visitors,litres,trucks,patients,books,trees,tickets,letters,calls,workers,horses,barrels,boxes,' +
  'members,engines,tenants,chairs,loaves,voters,swimmers,nurses,sheep,bottles,lamps,crates,readers,soldiers,boats,windows,bricks'
).split(',');
const paid =
  'cost,lost,raised,borrowed,repaid,owed,earned,saved,spent,received,pledged,donated,fetched,yielded,claimed,won'.split(
    ',',
  );
const moved =
  'came through,left,reached,filled,passed,crossed,avoided,needed,supplied,served,joined,missed,circled,entered'.split(
    ',',
  );
const dated =
  'built,sold,burned,closed,opened,moved,flooded,restored,founded,emptied,widened,named,bought,abandoned'.split(',');
const links = [
  (thing, place) => `because ${thing} in ${place} was wet`,
  (thing, place, verb) => `while ${place} had to ${verb} ${thing}`,
  (thing, place) => `after ${thing} came to ${place}`,
  (thing, place, verb) => `to ${verb} ${thing} before ${place} could`,
  (thing) => `although ${thing} burned`,
];

const filesOfEvent = 12;
/** Other reports that each file has links to, as pages saved from the web have. */
const relatedFiles = 8;

/** The text of file `number`: `length` UTF-16 units or a little more, and then where to read on. */
export function newsFile(number, length = 5000) {
  const event = eventOf(Math.floor(number / filesOfEvent));
  const { next, one } = randomBy(number + 7919);
  const sentences = [...shared(event, next, one), ...background(event, one, next)];
  const parts = [`# ${capitalized(event.what)} in ${event.town}, report ${number % filesOfEvent}\n`];
  const sibling = number % filesOfEvent === 0 ? number : number - 1;
  parts.push(`See [the report before](${pathOf(sibling).split('/').pop()}).\n`);
  parts.push(`${event.town.toUpperCase()}, ${event.month} ${event.day}, 2024 — ${sentences[0]()}\n`);
  let size = parts.join('\n').length;
  for (let i = 1; size < length;) {
    const paragraph = Array.from({ length: 2 + next(3) }, () => {
      const sentence =
        i < event.shared ? sentences[i] : sentences[event.shared + next(sentences.length - event.shared)];
      i++;
      return capitalized(sentence());
    }).join(' ');
    parts.push(`${paragraph}\n`);
    size += paragraph.length + 2;
  }
  return `${parts.join('\n')}\n${relatedTo(number, event)}`;
}

/** Links to the reports of the event that come after this one, and then to the first again. */
function relatedTo(number, event) {
  const of = number % filesOfEvent;
  const links = Array.from({ length: relatedFiles }, (_, i) => {
    const report = (of + 1 + i) % filesOfEvent;
    return `- [${capitalized(event.what)}, report ${report}](../${pathOf(number - of + report)})`;
  });
  return `## Related\n\n${links.join('\n')}\n`;
}

/** Where file `number` stands in the folder: a hundred to a subfolder. */
export function pathOf(number) {
  return `${String(Math.floor(number / 96)).padStart(4, '0')}/${String(number).padStart(6, '0')}.md`;
}

/** Writes files `0..count` (exclusive); resolves to their bytes. */
export async function writeNewsFolder(folder, count, length = 5000) {
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const path = join(folder, pathOf(i));
    if (i % 96 === 0) await mkdir(join(path, '..'), { recursive: true });
    const text = newsFile(i, length);
    bytes += Buffer.byteLength(text);
    await writeFile(path, text);
  }
  return bytes;
}

function eventOf(number) {
  const { next, one } = randomBy(number * 31 + 17);
  return {
    what: `${one(nouns)} ${one(disasters)}`,
    objects: Array.from({ length: 14 }, () => one(objects)), // a story keeps to its own words
    town: one(towns) + one(ends),
    month: one(months),
    day: 2 + next(26),
    people: Array.from({ length: 4 }, () => `${one(given)} ${one(first)}${one(last)}`),
    roles: Array.from({ length: 4 }, () => one(roles)),
    body: one(bodies),
    dead: 3 + next(90),
    hurt: 100 + next(1900),
    cost: (11 + next(900)) / 10,
    homes: 50 * (3 + next(400)) + next(50),
    quote: `We ${one(verbs)} ${one(objects)} with ${one(objects)} and ${one(verbs)} ${one(objects)}, ${one(objects)} or ${one(objects)} for ${one(towns)}${one(ends)}`,
    shared: 8,
  };
}

/** What every report of the event states; one in forty states another figure. */
function shared(event, next, one) {
  const off = next(40) === 0 ? 1 + next(9) : 0;
  const [lead, second, third] = event.people;
  const surname = lead.split(' ')[1];
  return [
    () => `The ${event.what} in ${event.town} killed ${event.dead + off} people, ${event.roles[0]} ${lead} said.`,
    () => `About ${event.hurt.toLocaleString('en')} people were injured in the ${event.what}, the ${event.body} said.`,
    () => `“${event.quote},” ${surname} ${one(cues)} on ${one(days)}.`,
    () => `Repairs after the ${event.what} will cost €${event.cost + off} million, according to ${second}.`,
    () =>
      `${third}, a ${event.roles[2]} from ${event.town}, said ${event.homes.toLocaleString('en')} homes had no power.`,
    () => `The ${event.what} began on ${event.month} ${event.day - 1}, 2024, ${surname} said.`,
    () => `${second} came to ${event.town} on ${one(days)}.`,
    () => `The ${event.body} has ${3 + (event.dead % 7)} inspectors at the site.`,
  ];
}

/** What only this report has, and the people whom every paper names. A third of it states a figure. */
function background(event, one, next) {
  const person = () => (next(5) === 0 ? one(everywhere) : one(event.people));
  const thing = () => (next(3) === 0 ? one(event.objects) : one(objects));
  const place = () => one(towns) + one(ends);
  const reason = () => one(links)(thing(), place(), one(verbs));
  const clause = () => `the ${thing()} near ${place()} would ${one(verbs)} the ${thing()} ${reason()}`;
  return [
    () => `${person()} ${one(cues)} that ${clause()}.`,
    () =>
      `“${capitalized(thing())} ${one(verbs)}s ${thing()}, ${thing()} near ${place()} and ${thing()},” ${person().split(' ')[1]} ${one(cues)}.`,
    () => `The ${thing()} in ${place()} ${one(paid)} €${1 + next(90)}.${next(10)} million, the ${one(bodies)} said.`,
    () => `About ${100 * (1 + next(90))} ${one(counted)} ${one(moved)} the ${thing()} of ${place()} ${reason()}.`,
    () => `The ${thing()} was ${one(dated)} in ${1880 + next(130)} beside the ${thing()} ${reason()}.`,
    () => `The ${thing()} stands where the ${thing()} was, between the river and the road to ${event.town}.`,
    () => `Residents of ${place()} waited outside the ${thing()} ${reason()}, and the ${thing()} was cleared.`,
    () => `“Nobody told us,” said ${one(given)} ${one(first)}${one(last)}, who lives beside the ${thing()}.`,
    () => `It was not clear why the ${thing()} had been left open ${reason()}, or who had seen the ${thing()}.`,
  ];
}

const everywhere = ['Margaret Oduya', 'Viktor Lindqvist', 'Samuel Teague'];

function compounds(heads, tails) {
  return heads.split(',').flatMap((head) => tails.split(',').map((tail) => head + tail));
}

function randomBy(seed) {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  const next = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0; // Numerical Recipes
    return Math.floor((state / 2 ** 32) * n);
  };
  for (let i = 0; i < 3; i++) next(2);
  return { next, one: (list) => list[next(list.length)] };
}

function capitalized(sentence) {
  return sentence[0].toUpperCase() + sentence.slice(1);
}
