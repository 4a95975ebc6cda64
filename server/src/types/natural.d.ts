// The parts of `natural` that we use, by submodule: its root loads database clients, reads `.env` and prints to stdout.
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const stemmer: {
    /** The Porter stem of one word, lower case. */
    stem(word: string): string;
  };
  export = stemmer;
}
