const heads = 'Fen Ash Gren Hol Wes Nor Stan Bel Dal Cor Mar Tor Lin'.split(' ');
const tails = 'wick ford bury mouth stead haven field by minster port'.split(' ');

/** Two reports of each of 130 loans, of which the second has another sum: enough files for threads to tag them. */
export const loans: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 260 }, (_, i) => {
    const loan = i % 130;
    const town = `${heads[loan % heads.length]}${tails[Math.floor(loan / heads.length)]}`;
    const sum = 60 + (loan % 7) + Math.floor(i / 130);
    return [
      `${i}.txt`,
      `The council of ${town} approved a loan of $${sum} million for the ${town} bridge on Friday.\n`,
    ];
  }),
);
