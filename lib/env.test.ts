import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { envKeys, readEnv } from './env-rules';

const DATABASE_URL = 'postgresql://quarterdeck@127.0.0.1/quarterdeck';

describe('configuration', () => {
  test('defaults are filled in, the public address from the port', () => {
    const read = readEnv({ DATABASE_URL, PORT: '4000' });
    expect(read).toMatchObject({
      env: { PORT: 4000, QUARTERDECK_URL: 'http://localhost:4000', COMMANDER_AWAY_MINUTES: 5, QUARTERDECK_TEST: false },
    });
  });

  test('every problem is told at once', () => {
    const read = readEnv({ PORT: '99999', LOG_LEVEL: 'loud', QUARTERDECK_URL: 'ftp://x', METRICS_TOKEN: 'short' });
    expect(read).toEqual({
      problems: expect.stringMatching(
        /PORT is too large[^]*DATABASE_URL is missing[^]*QUARTERDECK_URL must be an http[^]*METRICS_TOKEN[^]*LOG_LEVEL/,
      ) as string,
    });
  });

  test.each([
    ['https://status.example.com/', 'https://status.example.com'],
    ['', 'http://localhost:3000'],
  ])('the public address %j is kept as %j', (QUARTERDECK_URL, kept) => {
    expect(readEnv({ DATABASE_URL, QUARTERDECK_URL })).toMatchObject({ env: { QUARTERDECK_URL: kept } });
  });

  const readme = readFileSync('README.md', 'utf8');
  // Set by whatever starts the app, never by a person.
  const told = envKeys.filter((key) => key !== 'NODE_ENV');
  test.each(told)('the README tells of %s', (key) => expect(readme).toContain(`\`${key}\``));
});
