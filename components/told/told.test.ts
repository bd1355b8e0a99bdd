import { expect, it } from 'vitest';
import { type Way, wayWords } from './told';

const at = '2026-11-22T03:00:00.000Z';
const way: Way = {
  id: '1',
  channel: 'sms',
  shown: '…4711',
  state: 'waiting',
  dueAt: '2026-11-22T03:01:00.000Z',
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  attempts: 0,
  error: null,
};
const sentAt = '2026-11-22T03:01:02.300Z';

it.each<[Partial<Way>, ReturnType<typeof wayWords>]>([
  [{}, { words: '', bad: false, waits: true }],
  [
    { attempts: 2, error: 'busy' },
    { words: 'failed, tried again', bad: true, waits: true },
  ],
  [
    { state: 'sending', attempts: 1 },
    { words: 'being sent', bad: false, waits: false },
  ],
  [
    { state: 'sent', sentAt },
    { words: 'sent after 1 min 2 s', bad: false, waits: false },
  ],
  [
    { state: 'sent', sentAt: '2026-11-22T03:00:00.400Z' },
    { words: 'sent after 0.4 s', bad: false, waits: false },
  ],
  [
    { state: 'sent', sentAt, deliveredAt: '2026-11-22T03:00:14.000Z' },
    { words: 'delivered after 14 s', bad: false, waits: false },
  ],
  [
    { state: 'sent', sentAt, seenAt: sentAt },
    { words: 'answered by it after 1 min 2 s', bad: false, waits: false },
  ],
  [
    { state: 'dead', attempts: 8, error: 'gone' },
    { words: 'failed', bad: true, waits: false },
  ],
  [{ state: 'withdrawn' }, { words: 'not needed', bad: false, waits: false }],
  [
    { channel: 'app', state: 'sent', sentAt: at },
    { words: 'not seen yet', bad: false, waits: false },
  ],
  [
    { channel: 'app', state: 'sent', sentAt: at, seenAt: sentAt },
    { words: 'seen', bad: false, waits: false },
  ],
])('%o', (changed, words) => {
  expect(wayWords({ ...way, ...changed }, at)).toEqual(words);
});
