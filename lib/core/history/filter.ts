// Which incidents the history shows: read from the address and written back to it.
import { type Phase, phases } from '../incident/phases';
import { type Instant, isInstant } from '../instant';
import { type Severity, severities } from '../severity/severity';
import { readWords } from '../timeline/filter';

export interface HistoryFilter {
  text: string | null;
  severities: Severity[];
  phase: Phase | null;
  state: 'open' | 'ended' | null;
  /** Id of a service. */
  service: string | null;
  /** Id of the person in command. */
  commander: string | null;
  /** Days in UTC, `2026-11-21`, both inclusive. */
  from: string | null;
  to: string | null;
}

/** Older than this incident, in the order of the history. */
export interface HistoryCursor {
  declaredAt: Instant;
  number: number;
}

const longestText = 200;

/** Reads the address's parameters; what is not understood is left out. */
export function parseHistoryFilter(read: (name: string) => string | null): HistoryFilter {
  const asked = (read('severity') ?? '').split(',');
  const phase = read('phase');
  const state = read('state');
  return {
    text: readWords(read('q'), longestText),
    severities: severities.filter((severity) => asked.includes(severity)),
    phase: phases.find((each) => each === phase) ?? null,
    state: state === 'open' || state === 'ended' ? state : null,
    service: readWords(read('service'), 100),
    commander: readWords(read('commander'), 100),
    from: day(read('from')),
    to: day(read('to')),
  };
}

/** The inverse of `parseHistoryFilter`: what is not asked for is left out. */
export function historyParams(filter: HistoryFilter): URLSearchParams {
  const params = new URLSearchParams();
  const entries: [string, string | null][] = [
    ['q', filter.text],
    ['severity', filter.severities.join(',') || null],
    ['phase', filter.phase],
    ['state', filter.state],
    ['service', filter.service],
    ['commander', filter.commander],
    ['from', filter.from],
    ['to', filter.to],
  ];
  for (const [name, value] of entries) if (value) params.set(name, value);
  return params;
}

export function isFiltered(filter: HistoryFilter): boolean {
  return historyParams(filter).size > 0;
}

export function parseHistoryCursor(text: string | null): HistoryCursor | null {
  const [, declaredAt, number] = /^(.{24})~(\d{1,9})$/.exec(text ?? '') ?? [];
  if (!declaredAt || !number || !isInstant(declaredAt)) return null;
  return { declaredAt, number: Number(number) };
}

export function historyCursorText({ declaredAt, number }: HistoryCursor): string {
  return `${declaredAt}~${number}`;
}

function day(text: string | null): string | null {
  return text && isInstant(`${text}T00:00:00.000Z`) ? text : null;
}
