import { createHash } from 'node:crypto';
import { type Guess, passwordProblem, stolenPassword } from '@/lib/core/access/password';
import { SECOND } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

type Guesser = (password: string, own: string[]) => Guess;

let guesser: Promise<Guesser> | null = null;

/** The dictionaries take some memory, so they are loaded when the first password is chosen. */
async function loadGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const made = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 128 });
  return (password, own) => {
    const { guessesLog10, sequence } = made.check(password, own);
    return { log10: guessesLog10, madeOf: sequence.map((part) => kindOf(part as Part)) };
  };
}

interface Part {
  pattern: string;
  dictionaryName?: string;
}

function kindOf({ pattern, dictionaryName }: Part): Guess['madeOf'][number] {
  if (pattern === 'dictionary') return dictionaryName?.startsWith('userInputs') ? 'own' : 'common';
  return ['spatial', 'sequence', 'repeat'].includes(pattern) ? 'row' : 'other';
}

/** What is wrong with the password that a person wants, as a sentence, or null when it may be theirs. */
export async function judgePassword(password: string, owner: { name: string; email: string }): Promise<string | null> {
  const guess = await (guesser ??= loadGuesser());
  const { name, email } = owner;
  const words = [email, name, name.replace(/\s+/g, ''), ...name.split(/\s+/), ...email.split(/[@.+_-]/), 'quarterdeck'];
  const own = words.filter((word) => word.length > 2);
  const problem = passwordProblem(password, guess(password.slice(0, 128), own));
  if (problem) return problem;
  return (await isStolen(password)) ? stolenPassword : null;
}

/**
 * Asks a range service for stolen passwords, if one is configured. It learns five letters of the digest, never the password;
 * when it does not answer in time, the password passes.
 */
async function isStolen(password: string): Promise<boolean> {
  const service = env.PASSWORD_RANGE_URL;
  if (!service) return false;
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
  try {
    const response = await fetch(`${service.replace(/\/+$/, '')}/${digest.slice(0, 5)}`, {
      headers: { 'add-padding': 'true' },
      signal: AbortSignal.timeout(2 * SECOND),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return listed(await response.text(), digest.slice(5));
  } catch (error) {
    log.warn({ error: String(error) }, 'the list of stolen passwords could not be asked');
    return false;
  }
}

/** Whether a range answer (`SUFFIX:count` a line, padded with counts of 0) lists the suffix. */
function listed(answer: string, suffix: string): boolean {
  return answer.split(/\r?\n/).some((line) => {
    const [known, count] = line.split(':');
    return known?.toUpperCase() === suffix && Number(count) > 0;
  });
}
