import { describe, expect, it } from 'vitest';
import { type NoticeView } from '@/lib/live/contract';
import { extended, markedRead, pageSize, renewed, told, type NoticeList } from './notice-list';

const notice = (id: string, readAt: string | null = null): NoticeView => ({
  id,
  kind: 'told',
  title: 'INC-1',
  body: '',
  url: '/incidents/1',
  createdAt: '2026-01-01T00:00:00.000Z',
  readAt,
});
const now = '2026-01-01T01:00:00.000Z';
const list = (unread: number, ...notices: NoticeView[]): NoticeList => ({ unread, notices, more: false });

describe('the bell', () => {
  it('counts what comes, once', () => {
    const once = told(list(0), notice('1'));
    expect(once).toMatchObject({ unread: 1, notices: [{ id: '1' }] });
    expect(told(once, notice('1'))).toEqual(once);
  });

  it('counts down what another tab read, once', () => {
    const read = told(list(2, notice('2'), notice('1')), notice('1', now));
    expect(read.unread).toBe(1);
    expect(told(read, notice('1', now))).toEqual(read);
    expect(told({ unread: 2, notices: null, more: true }, notice('1', now)).unread).toBe(2);
  });

  it('leaves the count of the page alone until the list is here', () => {
    const served = { unread: 2, notices: null, more: false };
    expect(told(served, notice('1'))).toEqual(served);
    expect(told(renewed(served, [notice('1'), notice('0')], 2), notice('1')).unread).toBe(2);
  });

  it('takes in the newest, and keeps older ones that go on from there', () => {
    const from = (newest: number, count: number) =>
      Array.from({ length: count }, (_, index) => notice(String(newest - index)));
    const ids = ({ notices }: NoticeList) => notices?.map(({ id }) => Number(id));
    const held = { ...list(9, ...from(100, 2 * pageSize)), more: true };
    expect(ids(renewed(held, from(110, pageSize), 3))).toEqual(ids(list(3, ...from(110, 2 * pageSize + 10))));
    expect(renewed(held, from(110, pageSize), 3)).toMatchObject({ unread: 3, more: true });
    // Between 170 and 100 there may be others.
    expect(ids(renewed(held, from(200, pageSize), 3))).toEqual(ids(list(3, ...from(200, pageSize))));
    expect(renewed(held, [notice('7')], 1)).toEqual(list(1, notice('7')));
  });

  it('marks what was read here, and never counts below nothing', () => {
    const read = markedRead(list(2, notice('2'), notice('1')), ({ id }) => id === '2', now);
    expect(read).toMatchObject({
      unread: 1,
      notices: [
        { id: '2', readAt: now },
        { id: '1', readAt: null },
      ],
    });
    expect(markedRead(list(0, notice('1')), () => true, now).unread).toBe(0);
  });

  it('takes in older ones without doubles', () => {
    expect(extended(list(1, notice('3')), [notice('3'), notice('2')], 5)).toMatchObject({
      unread: 5,
      notices: [{ id: '3' }, { id: '2' }],
      more: false,
    });
  });
});
