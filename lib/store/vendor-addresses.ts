import { type VendorContact } from '@/lib/core/catalog/vendor';
import { type VendorRef } from '@/lib/core/vendor/vendor-case';
import { type Transaction, type database } from './database';

/** A vendor with every e-mail address that it has, that of its support first. */
export interface Writable extends VendorRef {
  contract: string;
  account: string;
  addresses: string[];
}

/** Those of these vendors that can be written to. */
export async function loadWritable(tx: Transaction | typeof database, ids: readonly string[]): Promise<Writable[]> {
  if (ids.length === 0) return [];
  const rows = await tx.vendor.findMany({ where: { id: { in: [...ids] } } });
  return rows
    .map(({ id, name, contract, account, email, contacts }) => {
      const all = [email, ...(contacts as unknown as VendorContact[]).map((contact) => contact.email)];
      const addresses = new Map(all.filter(Boolean).map((address) => [address.toLowerCase(), address]));
      return { id, name, contract, account, addresses: [...addresses.values()] };
    })
    .filter(({ addresses }) => addresses.length > 0);
}
