import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phases } from '../incident/phases';
import { severities } from '../severity/severity';
import { historyCursorText, historyParams, parseHistoryCursor, parseHistoryFilter } from './filter';

const id = fc.option(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { nil: null });
const day = fc.option(
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  { nil: null },
);

test('reading what was written gives the same filter', () => {
  const filters = fc.record({
    text: fc.option(fc.stringMatching(/^[^\s]{1,20}$/), { nil: null }),
    severities: fc.subarray([...severities]),
    phase: fc.option(fc.constantFrom(...phases), { nil: null }),
    state: fc.option(fc.constantFrom('open' as const, 'ended' as const), { nil: null }),
    service: id,
    commander: id,
    from: day,
    to: day,
  });
  fc.assert(
    fc.property(filters, (filter) => {
      const params = historyParams(filter);
      expect(parseHistoryFilter((name) => params.get(name))).toEqual(filter);
    }),
  );
});

test.each(['from=2026-02-30', 'from=yesterday', 'state=gone', 'phase=x', 'severity=Awful', 'q=+'])(
  '%s asks for nothing',
  (query) => {
    const params = new URLSearchParams(query);
    expect(historyParams(parseHistoryFilter((name) => params.get(name))).size).toBe(0);
  },
);

test('a cursor survives its text, and nothing else is one', () => {
  const cursor = { declaredAt: '2026-11-21T03:00:00.001Z', number: 42 };
  expect(parseHistoryCursor(historyCursorText(cursor))).toEqual(cursor);
  for (const text of [null, '', '2026-11-21~1', '2026-99-21T03:00:00.001Z~1', "2026-11-21T03:00:00.001Z~1'"]) {
    expect(parseHistoryCursor(text)).toBeNull();
  }
});
