import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageOf } from '../../server/src/tag/language';
import { scan } from '../../server/src/text/scan';

const texts: Record<string, string> = {
  en: 'The harbour office said on Monday that it had not been told of the repair, and that the ship was to be held in port until the inquiry is over. “We do not know who signed for it,” the captain said. She has been with the company for ten years.',
  de: 'Das Hafenamt teilte am Montag mit, dass es von der Reparatur nichts gewusst habe und dass das Schiff im Hafen bleiben werde, bis die Untersuchung beendet ist. „Wir wissen nicht, wer das unterschrieben hat“, sagte die Kapitänin. Sie ist seit zehn Jahren bei der Firma.',
  fr: 'La capitainerie a déclaré lundi qu’elle ne savait rien de la réparation et que le navire resterait au port jusqu’à la fin de l’enquête. « Nous ne savons pas qui a signé », a dit la capitaine, qui est dans la compagnie depuis dix ans et qui n’a pas souvenir d’un cas comme celui-ci dans le port.',
  es: 'La oficina del puerto dijo el lunes que no sabía nada de la reparación y que el barco se quedará en el puerto hasta que termine la investigación. «No sabemos quién lo firmó», dijo la capitana, que está en la empresa desde hace diez años y que no recuerda un caso como este en el puerto.',
};

describe('the language of a text', () => {
  for (const [language, text] of Object.entries(texts)) {
    it(`is ${language}`, () => assert.equal(languageOf(scan(text)), language));
  }
  it('is what most of it is in', () => {
    assert.equal(languageOf(scan(`${texts['en']} ${texts['en']} ${texts['de']}`)), 'en');
  });
  it('cannot be told of a few words, a table or names', () => {
    assert.equal(languageOf(scan('Das ist nicht das, was wir wollten.')), null);
    assert.equal(languageOf(scan('Torvik 12 14 Halden 13 15\n'.repeat(60))), null);
    assert.equal(languageOf(scan('')), null);
  });
  it('is told of any text, and of its head alone', () => {
    fc.assert(fc.property(fc.string(), (text) => void languageOf(scan(text))));
    assert.equal(languageOf(scan(`${texts['en']!.repeat(80)} ${texts['de']!.repeat(200)}`)), 'en');
  });
});
