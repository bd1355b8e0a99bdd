/** Characters of a key before its number: signs that decompose may make it longer than the name. */
const longest = 60;

/** A key that people can read and that never changes: `Customer liaison` → `customer-liaison`, numbered when `taken`. */
export function keyOf(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain.slice(0, longest) || otherwise;
  // What every plain object has (`constructor`) is no key of ours.
  if (!taken.has(base) && !(base in {})) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
