import { expect, it } from 'vitest';
import { isWebAddress } from './link';

it.each(['https://grafana.example.com/d/1', 'http://10.0.0.7:3000/', 'HTTPS://example.com'])('%s is', (text) => {
  expect(isWebAddress(text)).toBe(true);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'example.com', 'https://', 'ftp://example.com', ''])(
  '%s is no web address',
  (text) => expect(isWebAddress(text)).toBe(false),
);
