import { expect, it } from 'vitest';
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

it('keeps so many prepared and no more', () => {
  const names = Array.from({ length: 1_000 }, (_, index) =>
    statementName({ sql: `delete from timer where key = '${index}'` }),
  );
  expect(new Set(names).size).toBeLessThanOrEqual(201);
  expect(names.at(-1)).toBe('');
});
