/** How much a socket may say: `burst` messages at once, then `perSecond`. */
export interface Allowance {
  left: number;
  at: number;
}

const burst = 40;
const perSecond = 20;

export function fullAllowance(ms: number): Allowance {
  return { left: burst, at: ms };
}

/** Takes one message from the allowance at `ms` (milliseconds of any steady clock); false when none is left. */
export function spend(allowance: Allowance, ms: number): boolean {
  allowance.left = Math.min(burst, allowance.left + ((ms - allowance.at) / 1_000) * perSecond);
  allowance.at = ms;
  if (allowance.left < 1) return false;
  allowance.left -= 1;
  return true;
}
