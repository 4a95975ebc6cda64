import { Disposable, type LogOutputChannel } from 'vscode';
import { type Person } from '../../../server/src/protocol';
import { type IndexStatus } from '../indexStatus';
import { t } from '../l10n';
import { type Questions } from '../questions';
import { createFollowingView, filterCommands, type FollowingView } from './followingView';
import { peopleTree } from './peopleTree';

const id = 'crosscheck.people';
const limit = 500;

/** Who is quoted, and where. */
export function createPeopleView(questions: Questions, index: IndexStatus, output: LogOutputChannel): FollowingView {
  const following = createFollowingView(
    {
      id,
      ask: async (words) => {
        // One more than is shown, to know whether there are more.
        const people = await questions.people({ words, limit: limit + 1 });
        return people.filter(({ quotes }) => quotes > 0);
      },
      nodes: (people) => peopleTree(people.slice(0, limit), people.length > limit ? Infinity : 0),
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

function inWords({ length }: readonly Person[]): string {
  if (length === 0) return t('Nobody who is quoted');
  if (length > limit) return t('More than {0} people who are quoted', limit);
  return length === 1 ? t('1 person who is quoted') : t('{0} people who are quoted', length);
}
