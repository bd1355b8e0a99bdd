/** In characters. The upper bound keeps hashing cheap enough. */
export const passwordLength = { min: 12, max: 128 };

/** How a password would be guessed: the number of tries as a power of ten, and what its weakest parts are made of. */
export interface Guess {
  log10: number;
  madeOf: ('common' | 'own' | 'row' | 'other')[];
}

/** Powers of ten of tries below which a password counts as easy. */
const easyBelow = 8;

/** What is wrong with a password, as a sentence that says what to do, or null when it is long enough and hard to guess. */
export function passwordProblem(password: string, guess: Guess): string | null {
  const { min, max } = passwordLength;
  const length = [...password].length;
  if (length < min) return `Use at least ${min} characters; three or four random words do well.`;
  if (length > max) return `Use at most ${max} characters.`;
  if (guess.log10 >= easyBelow) return null;
  if (guess.madeOf.includes('own')) return 'Do not build it around your name or e-mail address.';
  if (guess.madeOf.includes('common')) return 'This is too close to passwords that are tried first. Choose another.';
  if (guess.madeOf.includes('row')) return 'Repeats and rows of the keyboard are guessed quickly. Choose another.';
  return 'This is easy to guess. Add another word or two.';
}

/** Said of a password that is on a public list of stolen ones. */
export const stolenPassword =
  'This password is on a public list of stolen passwords. Choose another, and change it where else you use it.';
