import { Disposable, type LogOutputChannel } from 'vscode';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { type Questions } from '../questions';
import { createFollowingView, filterCommands, type FollowingView } from './followingView';
import { peopleTree } from './peopleTree';

const id = 'crosscheck.people';

/** Who is quoted, and where. */
export function createPeopleView(questions: Questions, index: IndexStatus, output: LogOutputChannel): FollowingView {
  const following = createFollowingView(
    {
      id,
      ask: (words, limit) => questions.people({ words, limit }),
      extent: ({ people, total }) => ({ shown: people.length, total }),
      nodes: ({ people }, cut) => peopleTree(people, cut),
      counted: inWords,
    },
    index,
    output,
  );
  const parts = Disposable.from(
    ...filterCommands(id, { title: t('Crosscheck: Filter People'), placeHolder: t('A name') }, following),
    following,
  );
  return { ...following, dispose: () => parts.dispose() };
}

function inWords(count: number): string {
  if (count === 0) return t('Nobody who is quoted');
  return count === 1 ? t('1 person who is quoted') : t('{0} people who are quoted', count);
}
