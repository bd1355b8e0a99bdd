import { gapLine } from '@/lib/core/escalation/gap-words';
import { outSentence } from '@/lib/core/notification/silence';
import { awaySentence } from '@/lib/core/oncall/away';
import { pagedTwiceLine } from '@/lib/core/escalation/paged-twice';
import { unreachedSentence } from '@/lib/core/escalation/unreached';
import { clockChangeSentence } from '@/lib/core/oncall/clock-changes';
import { readGaps } from '@/lib/queries/preflight';
import { readOptions, tell } from './options';

const usage = 'Usage: npm run preflight';

/** `npm run preflight`: prints each gap of the next four weeks in a line, who is on call while away, and that paging is out. Answers with exit code 1 when there is one. */
export default async function preflight(args: string[]): Promise<number> {
  if (!readOptions(args, [])) {
    tell(usage);
    return 2;
  }
  const { to, gaps, unreached, twice, clockChanges, away, out } = await readGaps();
  if (out) process.stdout.write(`out: ${outSentence(out)}\n`);
  for (const gap of gaps) process.stdout.write(`gap: ${gapLine(gap)}\n`);
  for (const each of unreached) process.stdout.write(`unreached: ${unreachedSentence(each)}\n`);
  for (const each of away)
    process.stdout.write(`away: ${awaySentence(each)} ${each.from.slice(0, 16)}Z until ${each.to.slice(0, 16)}Z\n`);
  for (const each of twice) process.stdout.write(`note: ${pagedTwiceLine(each)}\n`);
  for (const change of clockChanges)
    process.stdout.write(`note: ${change.at.slice(0, 16)}Z ${clockChangeSentence(change)}\n`);
  const count = gaps.length + unreached.length + away.length + (out ? 1 : 0);
  tell(
    count === 0
      ? `No gap until ${to.slice(0, 10)}: every step of every service pages somebody new.`
      : `${count} ${count === 1 ? 'gap' : 'gaps'} until ${to.slice(0, 10)}.`,
  );
  return count === 0 ? 0 : 1;
}
