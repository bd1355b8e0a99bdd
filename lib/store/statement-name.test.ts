import { expect, it, vi } from 'vitest';
import { statementName } from './statement-name';

it('names a write or a lock, the same each time, and no other alike', () => {
  const update = { sql: 'update incident set seq = $1 where number = $2' };
  const lock = {
    sql: 'with locked as (select state from incident where number = $1 for update) select state from locked',
  };
  expect(statementName(update)).toMatch(/./);
  expect(statementName(update)).toBe(statementName({ ...update }));
  expect(statementName(lock)).not.toBe(statementName(update));
  expect(statementName({ sql: "select 1 from fact where text like 'insert%'" })).toBe('');
});

it('gives a statement the same name in each copy of the module, whatever each has named before', async () => {
  const [one, other] = ['delete from timer where key = $1', 'delete from notice where id = $1'].map((sql) => ({ sql }));
  const first = [one, other].map((statement) => statement && statementName(statement));
  vi.resetModules();
  const copy = await import('./statement-name');
  expect(copy.statementName).not.toBe(statementName);
  expect([other, one].map((statement) => statement && copy.statementName(statement))).toEqual(first.reverse());
});

it('names alike in every copy of the module', async () => {
  const first = statementName({ sql: 'delete from timer' });
  vi.resetModules();
  const again = await import('./statement-name');
  expect(again.statementName({ sql: 'update timer set kind = kind' })).not.toBe(first);
  expect(again.statementName({ sql: 'delete from timer' })).toBe(first);
});

it('keeps so many prepared and no more', () => {
  const names = Array.from({ length: 1_000 }, (_, index) =>
    statementName({ sql: `delete from timer where key = '${index}'` }),
  );
  expect(new Set(names).size).toBeLessThanOrEqual(201);
  expect(names.at(-1)).toBe('');
});
