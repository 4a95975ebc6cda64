import { type Corrections, formKey } from '../corrections';
import type { Found } from './headlines';
import { type Kind, KINDS } from './model';
import type { Reading } from './reading';

/**
 * The names as a person corrected them: without those that are none, the others of the type that was said. Done before names are
 * linked, so that who is who, the speakers and the roles follow from it.
 */
export function corrected(reading: Reading, found: Found[], corrections: Corrections): Found[] {
  if (corrections.size === 0) return found;
  const { text, tokens } = reading.scanned;
  return found.flatMap((name) => {
    const form = formKey(text.slice(tokens.start[name.from], tokens.end[name.to - 1]));
    // The article of “The Harbour Post” does not make it another name.
    const said = corrections.get(form) ?? corrections.get(form.replace(/^the /, ''));
    if (said === undefined) return [name];
    return said === 'none' ? [] : [{ ...name, kind: KINDS.indexOf(said) as Kind, tentative: false }];
  });
}
