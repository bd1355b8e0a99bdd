// A vendor in an incident is a responder that cannot be paged: somebody asks them, and asks again until they answer.
import { type ActorRef } from '../access/actor';
import { type Instant } from '../instant';

export const vendorWays = ['phone', 'e-mail', 'portal'] as const;
export type VendorWay = (typeof vendorWays)[number];

export interface VendorRef {
  id: string;
  name: string;
}

/**
 * What there is with one vendor in one incident. `by` asked last; `chaseAt` is when an answer is asked for again, null while none is
 * waited for; `chases` counts how often that moment came since the last word.
 */
export interface VendorCase {
  vendor: VendorRef;
  by: ActorRef;
  way: VendorWay;
  ticket: string | null;
  state: 'waiting' | 'answered' | 'given-up';
  contactedAt: Instant;
  chaseMinutes: number | null;
  chaseAt: Instant | null;
  chases: number;
  answer: { text: string; at: Instant } | null;
}

export const defaultChaseMinutes = 15;

/** What can happen with a vendor, and what is kept of it. */
export interface VendorFacts {
  /**
   * `again`: they had been asked before in this incident. `ticket` null: none, or the one known already. `page`: the page whose step
   * asked, by a message that Quarterdeck writes.
   */
  'vendor.contacted': {
    vendor: VendorRef;
    way: VendorWay;
    ticket: string | null;
    chaseMinutes: number;
    again: boolean;
    page?: string;
  };
  /** `chaseMinutes`: when more is to come from them; null: nothing is waited for any more. */
  'vendor.answered': { vendor: VendorRef; text: string; chaseMinutes: number | null };
  'vendor.chase-due': { vendor: VendorRef; by: ActorRef; ticket: string | null; lateMs: number };
  'vendor.given-up': { vendor: VendorRef; reason: string };
}

export type VendorFactKind = keyof VendorFacts;
/** A vendor fact with who recorded it and when. */
export type VendorFact = {
  [K in VendorFactKind]: { kind: K; data: VendorFacts[K]; actor: ActorRef; recordedAt: Instant };
}[VendorFactKind];
