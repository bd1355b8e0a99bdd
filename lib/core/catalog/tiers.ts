/** How much a service matters to the business, from most to least. */
export const tiers = [
  { tier: 1, name: 'Tier 1', meaning: 'Without it there is no business.' },
  { tier: 2, name: 'Tier 2', meaning: 'Customers notice at once.' },
  { tier: 3, name: 'Tier 3', meaning: 'Some notice, and can wait an hour.' },
  { tier: 4, name: 'Tier 4', meaning: 'Only we notice.' },
] as const;

/** What a tier says of its service, as a sentence. */
export function tierMeaning(tier: number): string {
  return tiers.find((one) => one.tier === tier)?.meaning ?? '';
}
