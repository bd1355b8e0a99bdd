import { stringify } from 'csv-stringify/sync';
import { administrationSentence } from '@/lib/core/administration-sentence';
import { type AuditFilter } from '@/lib/core/audit-filter';
import { type AdministrationFact } from '@/lib/core/facts';
import { readAudit } from '@/lib/queries/audit';

const batchSize = 500;
const columns = ['recordedAt', 'actorKind', 'actorId', 'actorName', 'kind', 'sentence', 'stream', 'seq', 'data'];

/** The filtered audit log in pieces, the newest first; the next batch is read only once the last was taken. */
export function writeAudit(format: 'csv' | 'json', filter: AuditFilter, zone: string): AsyncGenerator<string, void> {
  return format === 'csv' ? writeCsv(filter, zone) : writeJson(filter, zone);
}

async function* writeCsv(filter: AuditFilter, zone: string): AsyncGenerator<string, void> {
  yield stringify([], { header: true, columns, record_delimiter: 'windows' });
  for await (const facts of batches(filter, zone)) {
    // A spreadsheet would run a cell that begins with = + - or @ as a formula.
    yield stringify(facts.map(rowOf), { columns, escape_formulas: true, record_delimiter: 'windows' });
  }
}

async function* writeJson(filter: AuditFilter, zone: string): AsyncGenerator<string, void> {
  yield '[';
  let separator = '\n';
  for await (const facts of batches(filter, zone)) {
    if (facts.length === 0) continue;
    yield (
      separator + facts.map((fact) => JSON.stringify({ ...fact, sentence: administrationSentence(fact) })).join(',\n')
    );
    separator = ',\n';
  }
  yield '\n]\n';
}

async function* batches(filter: AuditFilter, zone: string): AsyncGenerator<AdministrationFact[], void> {
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readAudit>> = await readAudit(filter, zone, before, batchSize);
    yield page.facts;
    before = page.older;
  } while (before !== null);
}

function rowOf(fact: AdministrationFact): Record<string, string | number> {
  const { recordedAt, actor, kind, stream, seq, data } = fact;
  return {
    recordedAt,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    kind,
    sentence: administrationSentence(fact),
    stream,
    seq,
    data: JSON.stringify(data),
  };
}
