import { expect, test } from 'vitest';
import { clientAddress } from './address';

test.each([
  ['nothing in front', undefined, '203.0.113.9', 0, '203.0.113.9'],
  ['nothing in front, a client that invents', '1.1.1.1', '203.0.113.9', 0, '203.0.113.9'],
  ['IPv4 written as IPv6', undefined, '::ffff:127.0.0.1', 0, '127.0.0.1'],
  ['one proxy', '203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['one proxy, a client that invents', '1.1.1.1, 203.0.113.9', '10.0.0.1', 1, '203.0.113.9'],
  ['two proxies', '1.1.1.1,203.0.113.9, 10.0.0.2', '10.0.0.1', 2, '203.0.113.9'],
  ['a proxy that was passed by', undefined, '10.0.0.7', 1, '10.0.0.7'],
])('%s', (_name, forwarded, peer, hops, address) => {
  expect(clientAddress(forwarded ? { 'x-forwarded-for': forwarded } : {}, peer, hops)).toBe(address);
});
