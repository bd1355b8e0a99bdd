import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Calls `then` once the npm that started this process has gone, which a kill -9 of npm leaves no other sign of. Between
 * the two there may be a shell, which outlives npm.
 */
export function whenNpmIsGone(then: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const { command, ppid } = processOf(parent);
  const npm = /\bsh\b.* -c /.test(command) ? ppid : null;
  const gone = () => process.ppid !== parent || (npm !== null && processOf(parent).ppid !== npm);
  const watch = setInterval(() => {
    if (!gone()) return;
    clearInterval(watch);
    then();
  }, 2_000).unref();
}

function processOf(pid: number): { command: string; ppid: number | null } {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return { command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '), ppid };
    }
    const line = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return { command: line.replace(/^\d+\s+/, ''), ppid: Number.parseInt(line, 10) };
  } catch {
    return { command: '', ppid: null };
  }
}
