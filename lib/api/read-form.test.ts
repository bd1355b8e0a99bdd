import { expect, it } from 'vitest';
import { readForm } from './read-form';

const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

it('reads a form', async () => {
  const form = await readForm(post(new URLSearchParams({ answer: 'acknowledge', who: 'Zoë' })), 100);
  expect(Object.fromEntries(form ?? [])).toEqual({ answer: 'acknowledge', who: 'Zoë' });
});

it('stops at what is too large, though it never ends and says nothing of its length', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(1_024));
    },
  });
  expect(await readForm(post(endless), 4_096)).toBeNull();
  expect(pulled).toBeLessThan(10);
});

it('does not begin with what says that it is too large', async () => {
  expect(await readForm(post('a=b', { 'content-length': '5000' }), 4_096)).toBeNull();
});
