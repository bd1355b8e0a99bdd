// Who is paged, in which order, and how long each is waited for.

/** Whoever a step calls: resolved to people at the moment it is due, never before; a vendor is written to, and cannot acknowledge. */
export interface Target {
  kind: 'person' | 'schedule' | 'team' | 'vendor' | 'administrators' | 'everyone';
  id: string;
  name: string;
}

/** `waitMinutes` until the next step, unless somebody acknowledges. */
export interface Step {
  targets: Target[];
  waitMinutes: number;
}

export interface PolicyRef {
  id: string;
  name: string;
}

/**
 * What happens when everybody was called, as often as the policy says, and nobody acknowledged. Owners are administrators and the
 * leads of the teams that own the services; whoever sent the page is among them. Who is called is called until somebody takes it.
 */
export const endings = ['call-owners', 'call-everyone', 'tell-owners'] as const;
export type Ending = (typeof endings)[number];
export const usualEnding: Ending = 'call-owners';

/** After the last step it begins again, `repeats` times; when nobody has answered by then, its `ending` comes. */
export interface EscalationPolicy extends PolicyRef {
  steps: Step[];
  repeats: number;
  ending: Ending;
}

export const defaultWaitMinutes = 5;

/** Called when a service in an incident has no escalation policy, so that none goes unheard. */
export const administratorsPolicy: EscalationPolicy = {
  id: 'administrators',
  name: 'Administrators',
  steps: [{ targets: [{ kind: 'administrators', id: 'administrators', name: 'Administrators' }], waitMinutes: 5 }],
  repeats: 2,
  ending: usualEnding,
};

/** Called, not only told, where the severity policy pages everyone. */
export const everyonePolicy: EscalationPolicy = {
  id: 'everyone',
  name: 'Everyone',
  steps: [{ targets: [{ kind: 'everyone', id: 'everyone', name: 'Everyone' }], waitMinutes: 5 }],
  repeats: 0,
  ending: usualEnding,
};
