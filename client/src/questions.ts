import { type BaseLanguageClient } from 'vscode-languageclient';
import {
  type FactSheet,
  factSheetMethod,
  type FactSheetQuestion,
  factsMethod,
  type FactsQuestion,
  type FactTable,
  type Linkable,
  linkableMethod,
  type Passage,
  passagesMethod,
  type People,
  peopleMethod,
  type PeopleQuestion,
} from '../../server/src/protocol';

/** What the views ask the server. The answers reject where it is not running. */
export interface Questions {
  facts(question: FactsQuestion): Promise<FactTable>;
  people(question: PeopleQuestion): Promise<People>;
  factSheet(question: FactSheetQuestion): Promise<FactSheet | null>;
  passages(question: FactSheetQuestion): Promise<Passage[]>;
  linkable(question: FactSheetQuestion): Promise<Linkable[]>;
}

export function questionsTo(client: BaseLanguageClient): Questions {
  return {
    facts: (question) => client.sendRequest(factsMethod, question),
    people: (question) => client.sendRequest(peopleMethod, question),
    factSheet: (question) => client.sendRequest(factSheetMethod, question),
    passages: (question) => client.sendRequest(passagesMethod, question),
    linkable: (question) => client.sendRequest(linkableMethod, question),
  };
}
