import { type Instant, MINUTE, plus } from '../instant';
import { type VendorCase, type VendorFact, type VendorFacts } from './vendor-case';

/** The cases with vendors as they are after `fact`: one for each vendor, in the order in which they were first asked. */
export function evolveCases(cases: readonly VendorCase[], fact: VendorFact): VendorCase[] {
  const { id } = fact.data.vendor;
  const old = cases.find(({ vendor }) => vendor.id === id);
  if (fact.kind === 'vendor.contacted') {
    const next = contacted(old, fact.data, fact);
    return old ? cases.map((each) => (each === old ? next : each)) : [...cases, next];
  }
  return cases.map((each) => (each === old ? changed(each, fact) : each));
}

/** Nobody is asked again by an incident that ended. */
export function restingCase(each: VendorCase): VendorCase {
  return each.chaseAt === null ? each : { ...each, chaseAt: null };
}

function contacted(
  old: VendorCase | undefined,
  { vendor, way, ticket, chaseMinutes }: VendorFacts['vendor.contacted'],
  { actor, recordedAt }: Pick<VendorFact, 'actor' | 'recordedAt'>,
): VendorCase {
  return {
    vendor,
    by: actor,
    way,
    ticket: ticket ?? old?.ticket ?? null,
    state: 'waiting',
    contactedAt: recordedAt,
    chaseMinutes,
    chaseAt: plus(recordedAt, chaseMinutes * MINUTE),
    chases: 0,
    answer: old?.answer ?? null,
  };
}

function changed(old: VendorCase, fact: Exclude<VendorFact, { kind: 'vendor.contacted' }>): VendorCase {
  const { recordedAt } = fact;
  switch (fact.kind) {
    case 'vendor.answered': {
      const { text, chaseMinutes } = fact.data;
      return {
        ...old,
        state: chaseMinutes === null ? 'answered' : 'waiting',
        chaseMinutes,
        chaseAt: chaseAfter(recordedAt, chaseMinutes),
        chases: 0,
        answer: { text, at: recordedAt },
      };
    }
    case 'vendor.chase-due':
      return { ...old, chaseAt: chaseAfter(recordedAt, old.chaseMinutes), chases: old.chases + 1 };
    case 'vendor.given-up':
      return { ...old, state: 'given-up', chaseMinutes: null, chaseAt: null };
    default:
      return fact satisfies never;
  }
}

function chaseAfter(at: Instant, minutes: number | null): Instant | null {
  return minutes === null ? null : plus(at, minutes * MINUTE);
}
