import type { Speaker } from './model';

/** A speaker for people: “Donald Trump (he)” where the text itself says only “he”. */
export function speakerLabel({ name, pronoun }: Speaker): string {
  return pronoun === '' || pronoun === name ? name : `${name} (${pronoun})`;
}
