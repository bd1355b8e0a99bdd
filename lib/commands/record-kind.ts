import { type Actor } from '@/lib/core/access/actor';
import { changeBetween } from '@/lib/core/catalog/change';
import { keyOf } from '@/lib/core/catalog/key-of';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { type Unit } from '@/lib/store/transact';
import { usedKeys } from './used-keys';

type Tx = Unit['tx'];

/** A transaction in which somebody changes the catalog; it holds the catalog's lock. */
export interface Place {
  unit: Unit;
  actor: Actor;
  now: Instant;
}

/** What is particular to one kind of record of the catalog; everything else is shared. */
export interface RecordKind<Input extends { name: string }> {
  noun: 'team' | 'schedule' | 'escalation' | 'service' | 'vendor';
  /** What it is called in a sentence. */
  words: string;
  /** What stands against writing it down; `id` null for a new one. */
  refuse: (tx: Tx, id: string | null, input: Input) => Promise<Refusal | null>;
  insert: (tx: Tx, id: string, input: Input, now: Instant) => Promise<unknown>;
  update: (tx: Tx, id: string, input: Input, now: Instant) => Promise<unknown>;
  /** The record as its facts speak of it: all of it, with names beside ids. */
  describe: (tx: Tx, id: string, now: Instant) => Promise<({ name: string } & Record<string, unknown>) | null>;
  /** What stands against deleting it. */
  refuseDeletion?: (tx: Tx, id: string, name: string) => Promise<Refusal | null>;
  remove: (tx: Tx, id: string) => Promise<unknown>;
}

/** `fields` are those that a change touched: none when it was so already. */
export interface Saved {
  id: string;
  name: string;
  fields: string[];
}

/** Writes a new record down under an id that is made from its name and never changes. */
export async function createRecord<Input extends { name: string }>(
  place: Place,
  kind: RecordKind<Input>,
  input: Input,
): Promise<Saved | Refusal> {
  const { unit, now } = place;
  const refusal = await kind.refuse(unit.tx, null, input);
  if (refusal) return refusal;
  const { name } = input;
  const id = keyOf(name, kind.noun, await usedKeys(unit, kind.noun));
  await kind.insert(unit.tx, id, input, now);
  const after = (await kind.describe(unit.tx, id, now)) ?? {};
  await tell(place, kind, id, { kind: `${kind.noun}.created`, data: { id, name, after } });
  return { id, name, fields: Object.keys(after) };
}

/** Rewrites a record; `check` may refuse once it is known to be there. */
export async function changeRecord<Input extends { name: string }>(
  place: Place,
  kind: RecordKind<Input>,
  id: string,
  input: Input,
  check: (stream: string) => Promise<Refusal | null> = () => Promise.resolve(null),
): Promise<Saved | Refusal> {
  const { tx } = place.unit;
  const before = await kind.describe(tx, id, place.now);
  if (!before) return refuse('not-found', `This ${kind.words} was deleted.`);
  const refusal = (await check(`${kind.noun}:${id}`)) ?? (await kind.refuse(tx, id, input));
  if (refusal) return refusal;
  await kind.update(tx, id, input, place.now);
  const { name } = input;
  const change = changeBetween(before, (await kind.describe(tx, id, place.now)) ?? {});
  if (change) await tell(place, kind, id, { kind: `${kind.noun}.changed`, data: { id, name, ...change } });
  return { id, name, fields: Object.keys(change?.after ?? {}) };
}

/** Deletes a record that nothing needs; its last fact says all that it said. */
export async function deleteRecord<Input extends { name: string }>(
  place: Place,
  kind: RecordKind<Input>,
  id: string,
): Promise<{ name: string } | Refusal> {
  const { tx } = place.unit;
  const before = await kind.describe(tx, id, place.now);
  if (!before) return refuse('not-found', `This ${kind.words} was deleted already.`);
  const { name } = before;
  const refusal = await kind.refuseDeletion?.(tx, id, name);
  if (refusal) return refusal;
  await kind.remove(tx, id);
  await tell(place, kind, id, { kind: `${kind.noun}.deleted`, data: { id, name, before } });
  return { name };
}

async function tell<Input extends { name: string }>(
  { unit, actor, now }: Place,
  { noun }: RecordKind<Input>,
  id: string,
  fact: NewAdministrationFact,
): Promise<void> {
  await recordFacts(unit, { stream: `${noun}:${id}`, actor, now }, [fact]);
}
