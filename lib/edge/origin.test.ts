import { expect, test } from 'vitest';
import { isOwnOrigin } from './origin';

const address = 'https://deck.example.com';
const cookie = 'session=1';
const host = 'localhost:3000';

test.each([
  ['a page that is read', 'GET', { cookie, host, origin: 'https://evil.example' }, true],
  ['no cookie, nobody to act as', 'POST', { host, origin: 'https://evil.example' }, true],
  ['our public address', 'POST', { cookie, host, origin: address }, true],
  ['the address that was asked', 'POST', { cookie, host, origin: 'http://localhost:3000' }, true],
  ['another site', 'POST', { cookie, host, origin: 'https://evil.example' }, false],
  ['another port', 'POST', { cookie, host, origin: 'http://localhost:4000' }, false],
  ['a sandboxed frame', 'POST', { cookie, host, origin: 'null' }, false],
  ['a program', 'POST', { cookie, host }, true],
  ['a browser that hides its origin', 'DELETE', { cookie, host, 'sec-fetch-site': 'cross-site' }, false],
  ['a browser on our own page', 'DELETE', { cookie, host, 'sec-fetch-site': 'same-origin' }, true],
])('%s', (_name, method, headers, own) => {
  expect(isOwnOrigin(method, headers, address)).toBe(own);
});
