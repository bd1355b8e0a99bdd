import { AsyncLocalStorage } from 'node:async_hooks';
import { database } from '@/lib/store/database';
import { type Unit } from '@/lib/store/transact';

const current = new AsyncLocalStorage<Unit>();

/** Runs `work` so that whatever the sign-in library writes meanwhile is part of the unit's transaction. */
export function inUnit<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  return current.run(unit, work);
}

/** The unit of the request being answered, when it was begun with `inUnit`. */
export function currentUnit(): Unit {
  const unit = current.getStore();
  if (!unit) throw new Error('This part of sign-in works only inside a transaction.');
  return unit;
}

/** The database client as the sign-in library sees it: the unit's transaction inside `inUnit`, plain outside. */
export const authDatabase = new Proxy(database, {
  get(target, property) {
    const client: object = current.getStore()?.tx ?? target;
    return Reflect.get(client, property, client) as unknown;
  },
});
