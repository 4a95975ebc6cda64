import { type Place } from '../../../server/src/protocol';
import { t } from '../l10n';

/** The scheme of the documents that Crosscheck writes and nobody can edit. */
export const scheme = 'crosscheck';

export type VirtualKind = 'passages' | 'sheets';

/** What a virtual document is made of: its address alone says it, so that an editor survives a reload of the window. */
export interface Address {
  readonly kind: VirtualKind;
  /** The last part of its path; what tabs show. */
  readonly name: string;
  /** The place that it was asked for. */
  readonly uri: string;
  readonly position: Place;
}

/** The parts of the URI; `query` is not encoded. */
export interface AddressParts {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

export function partsOf({ kind, name, uri, position: { line, character } }: Address): AddressParts {
  return { scheme, path: `/${kind}/${safeName(name)}`, query: JSON.stringify([uri, line, character]) };
}

/** Undefined for what is no address of ours: a window may be asked to open any. */
export function addressOf({ path, query }: Pick<AddressParts, 'path' | 'query'>): Address | undefined {
  const [, kind, name] = /^\/(passages|sheets)\/([^/]+)$/.exec(path) ?? [];
  if (!kind || !name) return undefined;
  const place = parsed(query);
  if (!Array.isArray(place)) return undefined;
  const [uri, line, character] = place as unknown[];
  if (typeof uri !== 'string' || !isIndex(line) || !isIndex(character)) return undefined;
  return { kind: kind as VirtualKind, name, uri, position: { line, character } };
}

/** Words as the name of a file on any system. */
export function safeName(words: string): string {
  const name = words
    .replace(/[\p{Cc}<>:"/\\|?*#%]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 80)
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return name === '' ? t('untitled') : name;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
