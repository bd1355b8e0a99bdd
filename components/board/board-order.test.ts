import { describe, expect, it } from 'vitest';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { arranged, withSummary } from './board-order';
import { owedWords } from './owed-words';

function summary(number: number, dueMinute: number | null, more: Partial<IncidentSummary> = {}): IncidentSummary {
  const dueAt = dueMinute === null ? null : `2026-01-01T03:${String(dueMinute).padStart(2, '0')}:00.000Z`;
  return {
    number,
    seq: 1,
    title: `Incident ${number}`,
    severity: 'High',
    severityUnsure: false,
    phase: 'triage',
    phaseSince: '2026-01-01T03:00:00.000Z',
    open: true,
    private: false,
    commander: null,
    services: [],
    startedAt: '2026-01-01T03:00:00.000Z',
    declaredAt: '2026-01-01T03:00:00.000Z',
    endedAt: null,
    updateDueAt: dueAt,
    cadenceMinutes: 15,
    commandDueAt: null,
    commandOverdueAt: null,
    owed: dueAt === null ? null : { kind: 'update', text: 'an update', dueAt, by: null },
    paging: null,
    status: null,
    ...more,
  };
}
const numbers = (board: readonly IncidentSummary[]) => board.map(({ number }) => number);

describe('the order of the board', () => {
  const board = [summary(1, 20), summary(2, 10), summary(3, null, { severity: 'Low' }), summary(4, null)];

  it('puts what is owed first on top, and what owes nothing last, the worst first', () => {
    expect(numbers(arranged(board, null))).toEqual([2, 1, 4, 3]);
  });

  it('stays as it is under the pointer; new ones wait at the end, ended ones leave', () => {
    const moved = withSummary(withSummary(board, summary(1, 5, { seq: 2 })), summary(9, 1));
    expect(numbers(arranged(moved, [2, 1, 4, 3]))).toEqual([2, 1, 4, 3, 9]);
    expect(numbers(arranged(withSummary(moved, summary(1, 5, { seq: 3, open: false })), [2, 1, 4, 3]))).toEqual([
      2, 4, 3, 9,
    ]);
    expect(numbers(arranged(moved, null))).toEqual([9, 1, 2, 4, 3]);
  });

  it('keeps the newer of two tellings', () => {
    const newer = withSummary(board, summary(2, 40, { seq: 5 }));
    expect(withSummary(newer, summary(2, 1, { seq: 4 })).find(({ number }) => number === 2)?.seq).toBe(5);
  });
});

it('says what is owed', () => {
  const dueAt = '2026-01-01T03:00:00.000Z';
  expect(owedWords({ kind: 'command', text: 'a commander', dueAt, by: null })).toBe('Somebody must take command');
  expect(owedWords({ kind: 'update', text: 'an update', dueAt, by: 'Ada' })).toBe('Ada owes an update');
  expect(owedWords({ kind: 'handover', text: 'an answer about deputy', dueAt, by: 'Bea' })).toBe(
    'Bea owes an answer about deputy',
  );
  expect(owedWords({ kind: 'task', text: 'roll back', dueAt, by: 'Cy' })).toBe('Cy: roll back');
});
