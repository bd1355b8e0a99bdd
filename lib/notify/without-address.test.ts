import { expect, test } from 'vitest';
import { withoutAddress } from './without-address';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test.each([
  ['a mail address', 'bea.b+ni-ght@example.com', '550 <Bea.B+Ni-ght@example.com>: unknown', '550 <…>: unknown'],
  ['a number', '+4915123456789', "The number +4915123456789 ('4915123456789') is wrong", "The number … ('…') is wrong"],
  [
    'a link',
    'https://hooks.example.com/T0/XyZ-12345?k=abcdefgh1',
    'no such hook XyZ-12345 (abcdefgh1)',
    'no such hook … (…)',
  ],
  [
    'a whole link',
    'https://hooks.example.com/T0/XyZ12345',
    'POST https://hooks.example.com/T0/XyZ12345: 404',
    'POST …: 404',
  ],
  ['a webhook’s secret', JSON.stringify({ url: 'https://in.example/a', secret }), `got ${secret} at /a`, 'got … at /a'],
  ['nothing of it', 'bea@example.com', 'in.example answered 503.', 'in.example answered 503.'],
  ['signs that mean something in a replacement', '+4915123456789', '+4915123456789 $& $1', '… $& $1'],
])('%s is not repeated', (_what, address, said, kept) => {
  expect(withoutAddress(said, address, '…')).toBe(kept);
});
