import type { Severity } from '../facts/model';
import { readSeverities, type Severities } from '../workspace/severities';

export interface Request {
  readonly verb: 'annotate' | 'check';
  readonly format: 'json' | 'text' | 'sarif';
  /** The least severity that makes `check` exit with 1. */
  readonly failOn: Severity | 'never';
  /** How findings are shown, by code. */
  readonly severity: Severities;
  /** As given, at least one. */
  readonly paths: readonly string[];
}

/** What the arguments ask for; `wrong` is a sentence for standard error. */
export type Arguments =
  { readonly request: Request } | { readonly show: 'help' | 'version' } | { readonly wrong: string };

const failLevels = ['error', 'warning', 'information', 'hint', 'never'] as const;
const formats = { annotate: ['json', 'text'], check: ['text', 'json', 'sarif'] } as const;
const optionNames = ['--format', '--fail-on', '--severity'];

/** Reads the arguments behind `crosscheck`. Options may stand anywhere, as `--name value` or `--name=value`; `--` ends them. */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  const severity: Record<string, string> = {};
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      words.push(...args.slice(i + 1));
      break;
    }
    if (arg === '-h' || arg === '--help') return { show: 'help' };
    if (arg === '-V' || arg === '--version') return { show: 'version' };
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const [name = '', ...rest] = arg.split('=');
    if (!optionNames.includes(name)) return { wrong: `unknown option ${name}` };
    const value = rest.length > 0 ? rest.join('=') : args[++i];
    if (value === undefined) return { wrong: `${name} needs a value` };
    options.set(name, value);
    if (name === '--severity') {
      const equals = value.indexOf('=');
      if (equals < 0) return { wrong: `--severity ${value}: write CODE=LEVEL` };
      severity[value.slice(0, equals)] = value.slice(equals + 1);
    }
  }
  return request(words, options, severity);
}

function request(
  [verb, ...paths]: string[],
  options: ReadonlyMap<string, string>,
  severity: Readonly<Record<string, string>>,
): Arguments {
  if (verb === undefined) return { wrong: 'say what to do: annotate or check' };
  if (verb !== 'annotate' && verb !== 'check')
    return { wrong: `unknown command ${verb}; there are annotate and check` };
  const asked = options.get('--format') ?? formats[verb][0];
  const format = formats[verb].find((known) => known === asked);
  if (!format) return { wrong: `unknown format ${asked}; ${verb} has ${formats[verb].join(', ')}` };
  const misplaced = verb === 'annotate' && ['--fail-on', '--severity'].find((name) => options.has(name));
  if (misplaced) return { wrong: `${misplaced} belongs to check` };
  const level = options.get('--fail-on') ?? 'warning';
  const failOn = failLevels.find((known) => known === level);
  if (!failOn) return { wrong: `unknown severity ${level}; there are ${failLevels.join(', ')}` };
  if (paths.length === 0) return { wrong: `${verb} what? Name a file or a folder` };
  const { severities, problems } = readSeverities(severity);
  const [problem] = problems;
  if (problem !== undefined) return { wrong: `--${problem.replace('.', ' ')}` };
  return { request: { verb, format, failOn, severity: severities, paths } };
}
