import type { CodeAction } from 'vscode-languageserver';
import type { EntityType } from '../tag/model';
import { oneLine } from '../text/oneLine';
import { spanText } from '../text/span';
import type { NameDecision } from '../workspace/decisions';
import type { Sources } from '../workspace/sources';
import { quickFix } from './deciding';

const mostCandidates = 3;
const readAs: readonly (readonly [Exclude<EntityType, 'other'>, string])[] = [
  ['person', 'a person'],
  ['place', 'a place'],
  ['organization', 'an organization'],
];

/** What can be said of the name at an offset: what it is, that it is none, whose it is too. */
export function nameActions(sources: Sources, id: string, offset: number): CodeAction[] {
  const tagged = sources.index.document(id)?.tagged;
  const name = tagged?.names[sources.index.nameAtOffset(id, offset)];
  const entity = name && tagged?.entities[name.entity];
  if (!tagged || !name || !entity) return [];
  const form = oneLine(spanText(tagged.scanned.text, name));
  const { name: whole, likely } = sources.index.identityOf(id, name.entity);
  const action = (title: string, decision: NameDecision): CodeAction =>
    quickFix(title, { document: id, decisions: [decision] });
  const others = [...new Set(likely)].filter((other) => other !== whole && other !== entity.name);
  return [
    ...others
      .slice(0, mostCandidates)
      .map((other) =>
        action(`“${entity.name}” is the same as “${other}”`, { kind: 'same-name', forms: [other, entity.name] }),
      ),
    ...readAs
      .filter(([type]) => type !== name.type)
      .map(([type, words]) => action(`“${form}” is ${words}`, { kind: 'name-type', forms: [form], type })),
    action(`“${form}” is not a name`, { kind: 'not-a-name', forms: [form] }),
  ];
}
