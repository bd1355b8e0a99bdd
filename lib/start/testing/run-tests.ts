import { envKeys } from '@/lib/env-rules';
import { ensureBuild } from '../build';
import { Halt, say, seconds, step } from '../say.mjs';
import { ensureBrowser } from './browser';
import { ensureTemplate, startTestPostgres } from './databases';
import { type Count, type Part, runPart } from './part';
import { browser, checks, database, unit } from './parts';

/**
 * `npm test`: every check and every test, or only the parts named. The last line tells the sum of them all; the answer
 * is the exit code: 0 only when something was tested and nothing failed.
 */
export async function runTests(only: string[]): Promise<number> {
  const began = performance.now();
  const all = [...checks, unit, database, browser];
  const unknown = only.filter((name) => !all.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Halt(`No part is named ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`);
  }
  const wanted = (part: Part) => only.length === 0 || only.includes(part.name);

  const counts: Count[] = [];
  const env = bareEnvironment();
  const run = async (part: Part) => {
    if (wanted(part)) counts.push(await runPart(part, env));
  };
  const inTurn = async (parts: Part[]) => {
    for (const part of parts) await run(part);
  };

  const postgres = wanted(database) || wanted(browser) ? await step('Starting Postgres', startTestPostgres) : null;
  try {
    if (postgres) {
      env.TEST_SERVER_URL = postgres.url;
      await ensureTemplate(postgres.url);
    }
    // Two cores: one checks while the other tests and builds; the browser, which minds the time, has both.
    await Promise.all([
      inTurn(checks),
      (async () => {
        await inTurn([unit, database]);
        if (wanted(browser)) env.QUARTERDECK_BUILD = await buildCounted(counts);
      })(),
    ]);
    if (wanted(browser)) {
      ensureBrowser();
      if (env.QUARTERDECK_BUILD) await run(browser);
    }
  } finally {
    await postgres?.stop();
  }

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  say(`\nTook ${seconds(performance.now() - began)}.`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** The build is a check too: counted, and without it there is no browser to test in. */
async function buildCounted(counts: Count[]): Promise<string | undefined> {
  try {
    const folder = await ensureBuild();
    counts.push({ passed: 1, failed: 0 });
    return folder;
  } catch (error) {
    say(String(error));
    counts.push({ passed: 0, failed: 1 });
    return undefined;
  }
}

/** The caller's configuration of Quarterdeck must not reach the tests. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('QUARTERDECK_') && !envKeys.includes(key));
  return { ...Object.fromEntries(kept), NODE_ENV: 'test', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' };
}
