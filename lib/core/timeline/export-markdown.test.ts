import { expect, test } from 'vitest';
import { type FactOf, type IncidentFact, type NewFactOf, type NewIncidentFact, record } from '../facts';
import { Story } from '../incident/sample';
import { sentenceOf } from '../incident/sentence';
import { summaryOf } from '../incident/summary';
import { markdownHead, markdownItem } from './export-markdown';
import { exportRow } from './export-rows';
import { type TimelineItem } from './page';

const actor = { kind: 'person', id: 'ada', name: 'Ada *K*', role: 'responder' } as const;
const now = '2026-11-21T14:31:05.000Z';
function item(given: NewIncidentFact, corrections: FactOf<'note.corrected'>[] = []): TimelineItem {
  const fact = record([given], { stream: 'incident:1', seq: 6, actor, now })[0] as IncidentFact;
  return { fact, place: fact.at, pinned: false, corrections };
}

test('a day has its heading once, a line says when and what, and typed signs stay typed', () => {
  const phase = item({ kind: 'phase.changed', data: { from: 'triage', to: 'identified', reason: 'it is `db_1`' } });
  const line = '- `14:31:05` Ada \\*K\\* moved it from triage to identified: it is \\`db\\_1\\`\n';
  expect(markdownItem(phase, null)).toBe(`\n### 2026-11-21\n\n${line}`);
  expect(markdownItem(phase, '2026-11-21')).toBe(line);
});

test('a note keeps its Markdown, and what it said before', () => {
  const added = item({ kind: 'note.added', data: { text: 'it **fell**\n\n- 502', attachment: null } });
  const [corrected] = record<NewFactOf<'note.corrected'>>(
    [
      {
        kind: 'note.corrected',
        data: { seq: 7, text: 'it **rose**', at: now, former: { text: 'it **fell**\n\n- 502', at: now } },
      },
    ],
    { stream: 'incident:1', seq: 7, actor, now },
  );
  expect(markdownItem(added, '2026-11-21')).toContain('  > it **fell**\n  >\n  > - 502\n');
  const both = markdownItem({ ...added, corrections: corrected ? [corrected] : [] }, '2026-11-21');
  expect(both).toContain('  > it **rose**\n');
  expect(both).toContain(
    'Corrected by Ada \\*K\\* at 2026-11-21 14:31:05; before (2026-11-21 14:31:05):\n  > it **fell**',
  );
  if (corrected) expect(exportRow(1, { ...added, corrections: [corrected] }).corrected_to).toBe('it **rose**');
});

test('a decision says whose it was and who objected, each in a sentence of its own', () => {
  const by = { kind: 'person', id: 'bea', name: 'Bea' } as const;
  const decided = (text: string, reasons: string[]) =>
    item({
      kind: 'decision.recorded',
      data: { id: 'd', text, by, objections: reasons.map((reason) => ({ by: { ...by, name: 'Cy' }, reason })) },
    });
  const said = (text: string, reasons: string[]) => markdownItem(decided(text, reasons), '2026-11-21').slice(13).trim();
  expect(said('roll back to 2.3', [])).toBe('Decision by Bea: roll back to 2.3. No objection.');
  expect(said('Freeze!', ['too late'])).toBe('Decision by Bea: Freeze! Cy objected (too late).');
});

test('the head says that a severity is unsure, as every screen does', () => {
  const story = new Story({ severity: 'unsure' });
  const head = () => markdownHead({ ...summaryOf(story.incident), summary: null }, now);
  expect(head()).toContain('- Severity: High (unsure)\n');
  expect(sentenceOf(story.facts[0] as IncidentFact)).toBe('Ada declared “Card payments fail”, High (unsure).');
  story.act('ada', 'change-severity', { to: 'High' });
  expect(head()).toContain('- Severity: High\n');
});
