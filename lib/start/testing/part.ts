import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.mjs';
import { say, seconds } from '../say.mjs';

export type Count = { passed: number; failed: number };

/** One part of the tests: a program of node_modules, and how its outcome is counted. */
export type Part = {
  name: string;
  program: string;
  args: string[];
  /** A check counts as one; a test runner's tests are read from the report it writes where this environment key says. */
  report?: { key: string; count: (report: unknown) => Count };
};

/** Runs a part, says how it went, shows its output when it failed, and answers with its count. */
export async function runPart(part: Part, env: NodeJS.ProcessEnv): Promise<Count> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-report-'));
  const file = path.join(folder, 'report.json');
  const args = part.args.map((arg) => arg.replace('{report}', file));
  const { code, output } = await run(part.program, args, part.report ? { ...env, [part.report.key]: file } : env);
  const count = countOf(part, code, file);
  rmSync(folder, { recursive: true, force: true });
  const failed = code !== 0 || count.failed > 0;
  const numbers = part.report ? `, ${count.passed} passed, ${count.failed} failed` : '';
  if (failed) say(`\n${tail(output)}\n`);
  say(`  ${failed ? '✗' : '✓'} ${part.name} (${seconds(performance.now() - began)}${numbers})`);
  return count;
}

function countOf({ report }: Part, code: number | null, file: string): Count {
  if (!report) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const count = existsSync(file) ? report.count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  // A runner that failed without a failed test, or that ran none, is a failure of its own.
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
  return silent ? { ...count, failed: 1 } : count;
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('exit', (code) => resolve({ code, output }));
    const stopWithUs = () => child.kill('SIGTERM');
    process.once('exit', stopWithUs);
    child.on('exit', () => process.off('exit', stopWithUs));
  });
}

function tail(output: string): string {
  const lines = output.trimEnd().split('\n');
  return lines.length > 300 ? ['…', ...lines.slice(-300)].join('\n') : lines.join('\n');
}
