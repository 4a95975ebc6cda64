/**
 * Why a text is left out for its language (`HeldText.language`), or null where it is to be read. Crosscheck knows the words of one language; read by
 * them, another's would be tagged wrong, and silence is better.
 */
export function foreignLanguage(language: string | null, read: readonly string[]): string | null {
  if (read.includes('*')) return null;
  if (language === null || read.includes(language)) return null;
  const inEnglish = new Intl.DisplayNames('en', { type: 'language' }); // seldom wanted, and takes a while to make
  const known = read.map((each) => inEnglish.of(each)).join(', ');
  return `written in ${inEnglish.of(language)}; the setting crosscheck.languages says ${known}`;
}
