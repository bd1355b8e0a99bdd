// An installation is ready for a bad night once somebody beside its first person can be told, by a team that is led and owns something.

/** What there is, counted. */
export interface Furnishing {
  /** Active people. */
  people: number;
  /** Invitations that can still be taken up. */
  invited: number;
  teams: number;
  /** Teams with a lead who is active. */
  led: number;
  services: number;
  /** Services that a team owns. */
  owned: number;
  /** The version of the severity policy in force; 1 is the one that came with Quarterdeck. */
  policyVersion: number;
  /** Whether any incident was ever declared, be it a drill. */
  declared: boolean;
}

export type PreparationName = 'people' | 'teams' | 'services' | 'policy' | 'drill';

export interface Preparation {
  name: PreparationName;
  done: boolean;
  /** Without it somebody would not be told; the others are good advice. */
  essential: boolean;
}

/** What an administrator prepares, in the order in which one thing stands on another. */
export function preparationsOf(there: Furnishing): Preparation[] {
  return [
    { name: 'people', done: there.people > 1 || there.invited > 0, essential: true },
    { name: 'teams', done: there.led > 0, essential: true },
    { name: 'services', done: there.owned > 0, essential: true },
    { name: 'policy', done: there.policyVersion > 1, essential: false },
    { name: 'drill', done: there.declared, essential: false },
  ];
}

/** Whether nothing essential is missing. */
export function isReady(there: Furnishing): boolean {
  return preparationsOf(there).every(({ done, essential }) => done || !essential);
}
