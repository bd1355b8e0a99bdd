import { z } from 'zod';
import { type PlacedFault, readFile } from '@/lib/catalog-file/read';
import { mayAdminister } from '@/lib/core/access/may';
import { judgeFile } from '@/lib/core/catalog-file/judge';
import { type CatalogChange } from '@/lib/core/catalog-file/words';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { loadCatalogFile } from '@/lib/store/catalog-file';
import { readClock } from '@/lib/store/clock';
import { lockStream } from '@/lib/store/lock-stream';
import { transact } from '@/lib/store/transact';
import { applyFile } from './apply-catalog-file';
import { type Caller, parse } from './caller';
import { counted } from './counted';

/** A catalog of hundreds of services is some thousands of statements; each still has the usual time. */
const longestMs = 5 * MINUTE;
/** Most signs of a file. */
const mostSigns = 1_000_000;

const input = z.object({ text: z.string().max(mostSigns), dryRun: z.boolean().default(false) });

/** What an import did, or with `dryRun` would do. */
export interface Imported {
  dryRun: boolean;
  changes: CatalogChange[];
}

/** Carries an answer out of a transaction that is not to be. */
class Undone extends Error {
  constructor(readonly answer: Imported | Refusal) {
    super('The import is taken back.');
  }
}

/**
 * Makes the catalog say what a file says: all of it or, where anything is wrong, nothing. Each change yields the fact that it would
 * by hand; what is so already yields none. A dry run does all of it and takes it back, so that what it tells is what would be.
 */
export async function importCatalog(caller: Caller, draft: unknown): Promise<Imported | Refusal> {
  return counted('import-catalog', () => importUncounted(caller, draft));
}

async function importUncounted({ actor }: Caller, draft: unknown): Promise<Imported | Refusal> {
  if (!mayAdminister(actor)) return refuse('not-allowed', 'Only administrators can change this.');
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const { text, dryRun } = parsed.input;
  const read = readFile(text);
  if ('faults' in read) return refuseFaults(read.faults);
  const { file, place } = read;
  try {
    return await transact(
      async (unit) => {
        const { tx } = unit;
        await lockStream(tx, 'lock:catalog');
        await lockStream(tx, 'lock:policy');
        const now = await loadCatalogFile(tx);
        const people = await tx.person.findMany({ select: { id: true, email: true } });
        const ids = new Map(people.map(({ id, email }) => [email.toLowerCase(), id]));
        const faults = judgeFile(file, now, new Set(ids.keys()));
        if (faults.length > 0) throw new Undone(refuseFaults(faults.map(place)));
        const at = { unit, actor, now: await readClock(tx) };
        const applied = await applyFile(at, file, now, ids);
        if ('refusal' in applied) throw new Undone(refuseFaults([place(applied.fault)], applied.refusal));
        const answer = { dryRun, changes: applied.changes };
        if (dryRun) throw new Undone(answer);
        return answer;
      },
      { longestMs },
    );
  } catch (error) {
    if (error instanceof Undone) return error.answer;
    throw error;
  }
}

function refuseFaults(faults: readonly PlacedFault[], { refusal }: Pick<Refusal, 'refusal'> = { refusal: 'invalid' }) {
  const said = faults.map(({ line, column, message }) => [`line ${line}, column ${column}`, message] as const);
  const [first] = said;
  const more = said.length > 1 ? ` And ${said.length - 1} more.` : '';
  const message = first ? `Line${first[0].slice(4)}: ${first[1]}${more} Nothing was changed.` : 'Nothing was changed.';
  return refuse(refusal, message, Object.fromEntries(said));
}
