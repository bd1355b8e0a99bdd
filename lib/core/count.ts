/** The largest number of an incident or a fact: as far as the database counts. */
export const largestCount = 2_147_483_647;

/** Whether this can be the number of an incident or of a fact. */
export function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= largestCount;
}
