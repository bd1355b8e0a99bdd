/** In characters. The upper bound keeps hashing cheap enough. */
export const passwordLength = { min: 12, max: 128 };

/** Parts of a name or an address shorter than this say nothing about a password. */
const telling = 4;

/**
 * What is wrong with a password, as a sentence, or null when it is good: long enough, not about its owner, not one that
 * everyone tries first. `isCommon` is asked for the password in lower case and for what remains without trailing digits and signs.
 */
export function passwordProblem(
  password: string,
  owner: { name: string; email: string },
  isCommon: (password: string) => boolean,
): string | null {
  const { min, max } = passwordLength;
  const length = [...password].length;
  if (length < min) return `Use at least ${min} characters; three or four random words do well.`;
  if (length > max) return `Use at most ${max} characters.`;
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return 'Use more different characters.';
  if (isRun(lower)) return 'Do not use a row of the alphabet or of the keyboard.';
  const bare = lower.replace(/[\d\W_]+$/u, '');
  if (isCommon(lower) || isCommon(bare)) return 'This password is one of those that are tried first. Choose another.';
  const about = ownWords(owner).find((word) => lower.includes(word));
  if (about && leftOf(lower, about) < min) return 'Do not build it around your name or e-mail address.';
  return null;
}

/** Words of the owner's name and address, in lower case. */
function ownWords({ name, email }: { name: string; email: string }): string[] {
  const words = [email, ...email.split(/[@.+_-]/), ...name.split(/\s+/), name];
  return [...new Set(words.map((word) => word.trim().toLowerCase()).filter((word) => word.length >= telling))];
}

function leftOf(password: string, word: string): number {
  return password.replaceAll(word, '').length;
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether the whole password is made of runs along the alphabet, the digits or the keyboard, four or more each. */
function isRun(lower: string): boolean {
  let rest = lower;
  while (rest.length > 0) {
    const run = runAtStart(rest);
    if (run < 4) return false;
    rest = rest.slice(run);
  }
  return true;
}

function runAtStart(text: string): number {
  let longest = 0;
  for (const row of rows) {
    for (const line of [row, [...row].reverse().join('')]) {
      const from = line.indexOf(text.charAt(0));
      if (from < 0) continue;
      let length = 0;
      while (length < text.length && from + length < line.length && text[length] === line[from + length]) length += 1;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}
