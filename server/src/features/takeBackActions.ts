import type { CodeAction } from 'vscode-languageserver';
import { covers } from '../facts/rulings';
import { formKey } from '../tag/corrections';
import { type Span, spanText } from '../text/span';
import { type Decision, isNaming } from '../workspace/decisions';
import { trustedBy } from '../workspace/decided';
import type { Sources } from '../workspace/sources';
import { decisionInWords, rulingInWords } from './decisionsInWords';
import { quickFix } from './deciding';

/** A name is looked for this many UTF-16 units around the place asked about. */
const nearby = 300;

/** Every decision that bears on what stands at an offset, to be taken back; and where two claims were parted, to be joined. */
export function takeBackActions(
  sources: Sources,
  decisions: readonly Decision[],
  id: string,
  offset: number,
): CodeAction[] {
  const document = sources.index.document(id);
  if (!document) return [];
  const labelOf = (other: string): string => sources.index.document(other)?.label ?? other;
  const actions: CodeAction[] = [];
  for (const attached of sources.index.rulings()) {
    const here = attached.places.findIndex((place) => place.document === id && holds(place, offset));
    if (here < 0) continue;
    const words = rulingInWords(attached, here, labelOf);
    const { ruling } = attached;
    if (ruling.kind === 'not-same') {
      const decision = { ...ruling, kind: 'same', reason: '' } as const;
      const other = rulingInWords({ ruling: decision, places: attached.places }, here, labelOf);
      actions.push(quickFix(`${capitalized(other)} after all`, { document: id, decisions: [decision] }));
    }
    actions.push(quickFix(`Take back: ${words}`, { takeBack: ruling }));
  }
  for (const decision of decisions) {
    const applies =
      decision.kind === 'trusted'
        ? document.trusted === true && isNamedBy(decision.files, document.label)
        : isNaming(decision) && decision.forms.some((form) => standsAt(sources, id, form, offset));
    if (applies && !('sides' in decision)) {
      actions.push(quickFix(`Take back: ${decisionInWords(decision)}`, { takeBack: decision }));
    }
  }
  return actions;
}

/** Does a form stand at an offset, as the name that is read there or, where none is read any more, as mere words? */
function standsAt(sources: Sources, id: string, form: string, offset: number): boolean {
  const tagged = sources.index.document(id)?.tagged;
  if (!tagged) return false;
  const { text } = tagged.scanned;
  const key = formKey(form);
  const name = tagged.names[sources.index.nameAtOffset(id, offset)];
  const whole = name && tagged.entities[name.entity]?.name;
  if (name && (formKey(spanText(text, name)) === key || (whole && formKey(whole) === key))) return true;
  const from = Math.max(0, offset - nearby);
  const around = text.slice(from, offset + nearby).toLowerCase();
  const words = form.toLowerCase();
  for (let at = around.indexOf(words); at >= 0; at = around.indexOf(words, at + 1)) {
    if (holds({ start: from + at, end: from + at + words.length }, offset)) return true;
  }
  return false;
}

/** In a workspace of several folders, a label begins with the folder's name. */
function isNamedBy(glob: string, label: string): boolean {
  const names = trustedBy([glob]);
  return names(label) || names(label.slice(label.indexOf('/') + 1));
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The places at which a mention was ruled on: its side of each ruling that speaks of it. */
export function rulingsAt(sources: Sources, id: string, span: Span): string[] {
  const labelOf = (other: string): string => sources.index.document(other)?.label ?? other;
  return sources.index.rulings().flatMap((attached) => {
    const here = attached.places.findIndex((place) => place.document === id && covers(place, span));
    return here < 0 ? [] : [rulingInWords(attached, here, labelOf)];
  });
}
