import { stringify } from 'csv-stringify/sync';
import { type ExportFormat } from '@/lib/core/timeline/export-format';
import { markdownHead, markdownItem } from '@/lib/core/timeline/export-markdown';
import { exportColumns, exportRow } from '@/lib/core/timeline/export-rows';
import { type TimelineExport } from '@/lib/queries/timeline-export';

/** The export's text in pieces, one for each batch that is read, so that a reader who is slow slows the reading. */
export function writeExport(format: ExportFormat, timeline: TimelineExport): AsyncGenerator<string, void> {
  if (format === 'md') return writeMarkdown(timeline);
  return format === 'csv' ? writeCsv(timeline) : writeJson(timeline);
}

async function* writeMarkdown({ incident, at, items }: TimelineExport): AsyncGenerator<string, void> {
  yield markdownHead(incident, at);
  let day: string | null = null;
  for await (const batch of items) {
    let text = '';
    for (const item of batch) {
      text += markdownItem(item, day);
      day = item.place.slice(0, 10);
    }
    yield text;
  }
}

async function* writeCsv({ incident, items }: TimelineExport): AsyncGenerator<string, void> {
  yield stringify([], { header: true, columns: [...exportColumns], record_delimiter: 'windows' });
  for await (const batch of items) {
    const rows = batch.map((item) => exportRow(incident.number, item));
    // A spreadsheet would run a cell that begins with = + - or @ as a formula.
    yield stringify(rows, { columns: [...exportColumns], escape_formulas: true, record_delimiter: 'windows' });
  }
}

async function* writeJson({ incident, at, items }: TimelineExport): AsyncGenerator<string, void> {
  yield `{"incident":${JSON.stringify(incident)},"completeAsOf":${JSON.stringify(at)},"timeZone":"UTC","facts":[`;
  let first = true;
  for await (const batch of items) {
    const facts = batch.map(({ fact, place, pinned }) => JSON.stringify({ ...fact, place, pinned }));
    if (facts.length > 0) yield `${first ? '\n' : ',\n'}${facts.join(',\n')}`;
    first &&= facts.length === 0;
  }
  yield '\n]}\n';
}
