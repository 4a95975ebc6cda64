import type { Severity } from '../facts/model';

export interface Request {
  readonly verb: 'annotate' | 'check';
  readonly format: 'json' | 'text';
  /** The least severity that makes `check` exit with 1. */
  readonly failOn: Severity | 'never';
  /** As given, at least one. */
  readonly paths: readonly string[];
}

/** What the arguments ask for; `wrong` is a sentence for standard error. */
export type Arguments =
  { readonly request: Request } | { readonly show: 'help' | 'version' } | { readonly wrong: string };

const failLevels = ['error', 'warning', 'information', 'hint', 'never'] as const;
const formats = { annotate: ['json', 'text'], check: ['text', 'json'] } as const;

/** Reads the arguments behind `crosscheck`. Options may stand anywhere, as `--name value` or `--name=value`; `--` ends them. */
export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<string, string>();
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
    if (name !== '--format' && name !== '--fail-on') return { wrong: `unknown option ${name}` };
    const value = rest.length > 0 ? rest.join('=') : args[++i];
    if (value === undefined) return { wrong: `${name} needs a value` };
    options.set(name, value);
  }
  return request(words, options);
}

function request([verb, ...paths]: string[], options: ReadonlyMap<string, string>): Arguments {
  if (verb === undefined) return { wrong: 'say what to do: annotate or check' };
  if (verb !== 'annotate' && verb !== 'check')
    return { wrong: `unknown command ${verb}; there are annotate and check` };
  const format = options.get('--format') ?? formats[verb][0];
  if (verb === 'check' && format === 'sarif') return { wrong: '--format sarif is not there yet; use json' };
  if (format !== 'json' && format !== 'text') {
    return { wrong: `unknown format ${format}; ${verb} has ${formats[verb].join(' and ')}` };
  }
  if (verb === 'annotate' && options.has('--fail-on')) return { wrong: '--fail-on belongs to check' };
  const level = options.get('--fail-on') ?? 'warning';
  const failOn = failLevels.find((known) => known === level);
  if (!failOn) return { wrong: `unknown severity ${level}; there are ${failLevels.join(', ')}` };
  if (paths.length === 0) return { wrong: `${verb} what? Name a file or a folder` };
  return { request: { verb, format, failOn, paths } };
}
