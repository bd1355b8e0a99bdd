import { type FactOf } from '../facts';
import { type VendorFactKind, type VendorWay } from './vendor-case';

type Sentenced = { [K in VendorFactKind]: FactOf<K> }[VendorFactKind];

/** What happened with a vendor as a sentence, without its lateness. */
export function vendorSentence(fact: Sentenced): string {
  const who = fact.actor.name;
  const { name } = fact.data.vendor;
  switch (fact.kind) {
    case 'vendor.contacted': {
      const { way, ticket, again, page } = fact.data;
      if (page) return `${name} is asked for help by e-mail, as the escalation policy says.`;
      return `${who} contacted ${name} ${again ? 'again ' : ''}${wayWords[way]}${ticketWords(ticket)}.`;
    }
    case 'vendor.answered':
      return `${name} answered: ${fact.data.text}`;
    case 'vendor.chase-due':
      return `${name} has not answered${ticketWords(fact.data.ticket)}: ask again.`;
    case 'vendor.given-up':
      return `${who} no longer waits for ${name}: ${fact.data.reason}`;
    default:
      return fact satisfies never;
  }
}

export const wayWords: Record<VendorWay, string> = {
  phone: 'by telephone',
  'e-mail': 'by e-mail',
  portal: 'through its portal',
};

function ticketWords(ticket: string | null): string {
  return ticket === null ? '' : ` (ticket ${ticket})`;
}
