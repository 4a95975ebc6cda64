import { type Finding, type FindingCode, findingCodes, type Severity } from '../facts/model';

/** How the user wants findings shown, by code; a code without an entry is shown as it was found. */
export type Severities = { readonly [code in FindingCode]?: Severity | 'off' };

export const asFound = 'as found';

/** As they are offered in the settings, for every code. */
export const severityChoices = [asFound, 'error', 'warning', 'information', 'hint', 'off'] as const;

/** Reads what is set by code: `{ "conflicting-figure": "error", "quote-wording": "off" }`. What makes no sense is left out and named. */
export function readSeverities(value: unknown): { severities: Severities; problems: string[] } {
  const severities: { -readonly [code in FindingCode]?: Severity | 'off' } = {};
  const problems: string[] = [];
  if (value === undefined || value === null) return { severities, problems };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { severities, problems: ['severity: not an object with a level for each code'] };
  }
  for (const [key, level] of Object.entries(value)) {
    const code = findingCodes.find((known) => known === key);
    const choice = severityChoices.find((known) => known === level);
    if (!code) problems.push(`severity.${key}: no such code; there are ${findingCodes.join(', ')}`);
    else if (!choice) problems.push(`severity.${key}: none of ${severityChoices.join(', ')}; the default is used`);
    else if (choice !== asFound) severities[code] = choice;
  }
  return { severities, problems };
}

/** The findings as the user wants them, without those that are off. */
export function withSeverities(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.flatMap((finding) => {
    const level = severities[finding.code];
    if (level === 'off') return [];
    return [level === undefined || level === finding.severity ? finding : { ...finding, severity: level }];
  });
}
