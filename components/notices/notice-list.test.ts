import { describe, expect, it } from 'vitest';
import { type NoticeView } from '@/lib/live/contract';
import { extended, markedRead, told, type NoticeList } from './notice-list';

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
