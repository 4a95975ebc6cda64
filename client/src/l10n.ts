/** What the client speaks. It is plain data: the extension hands it to the page of the panel, which cannot ask VS Code. */
export interface Speech {
  /** BCP 47: how numbers and days are written. */
  readonly locale: string;
  /** What stands for an English message, as in `l10n/bundle.l10n.*.json`; English for those that are not in it. */
  readonly translations: Readonly<Record<string, string>>;
}

let spoken: Speech = { locale: 'en', translations: {} };

/** To be called once, before the first words. */
export function speak(speech: Speech): void {
  spoken = speech;
}

export function speech(): Speech {
  return spoken;
}

/** The language of the words: that of the numbers, unless nobody has translated anything into it. */
export function language(): string {
  return Object.keys(spoken.translations).length > 0 ? spoken.locale : 'en';
}

/**
 * A message in the user's language, as `vscode.l10n.t` gives it, but in the page of the panel and in tests as well. `{0}` stands for the
 * first argument; numbers are written out with separators, so that the number of a line or the like has to come as a string. The message
 * must stand there as a literal: `npm run l10n` collects them.
 */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return (spoken.translations[message] ?? message).replace(/\{(\d+)\}/g, (place, index: string) => {
    const arg = args[Number(index)];
    return typeof arg === 'number' ? numeral(arg) : (arg ?? place);
  });
}

/** A number as the user writes it: “1,204”. */
export function numeral(number: number): string {
  return number.toLocaleString(spoken.locale);
}

/** “16 May 2024”, “May 2024”, “2024”, of an ISO 8601 date; what is no such day as it is. */
export function dayInWords(iso: string): string {
  const [, , month, day] = /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(iso) ?? [];
  const date = new Date(iso);
  if (!month || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return iso;
  // As the reports of most of the world have it; American English puts the month first.
  return date.toLocaleDateString(spoken.locale === 'en' ? 'en-GB' : spoken.locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    month: 'long',
    ...(day && { day: 'numeric' }),
  });
}
