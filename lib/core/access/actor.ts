export const personRoles = ['administrator', 'responder', 'observer'] as const;
export type PersonRole = (typeof personRoles)[number];

/** Whoever does something: a person, a machine with a token, or Quarterdeck itself when a timer fires. */
export interface Actor {
  kind: 'person' | 'token' | 'system';
  id: string;
  name: string;
  role: PersonRole;
}

/** What a fact keeps of its actor. */
export type ActorRef = Pick<Actor, 'kind' | 'id' | 'name'>;

export interface PersonRef {
  id: string;
  name: string;
}

export const system: Actor = { kind: 'system', id: 'quarterdeck', name: 'Quarterdeck', role: 'administrator' };

export function refOf(actor: ActorRef): ActorRef {
  return { kind: actor.kind, id: actor.id, name: actor.name };
}
