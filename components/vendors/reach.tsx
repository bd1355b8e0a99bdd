import { type ReactNode } from 'react';
import { type VendorContact } from '@/lib/core/catalog/vendor';

const link =
  'inline-flex min-h-6 items-center rounded-sm text-accent underline decoration-edge hover:decoration-accent max-md:min-h-11';

/** A telephone number that a press calls. */
export function Phone({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^+\d,;]/gu, '')}`} className={`tnum ${link}`}>
      {number}
    </a>
  );
}

/** An address to which a press writes. */
export function Mail({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className={`wrap-anywhere ${link}`}>
      {address}
    </a>
  );
}

/** A page of theirs; the whole address is its tip. */
export function Site({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" data-tip={href} className={link}>
      {children}
    </a>
  );
}

/** Whom to call when the usual way does not help, in that order. */
export function VendorContacts({ vendor, contacts }: { vendor: string; contacts: readonly VendorContact[] }) {
  return (
    <ol aria-label={`Escalation contacts of ${vendor}`}>
      {contacts.map(({ name, phone, email }, at) => (
        <li key={at} className="flex flex-wrap items-center gap-x-3">
          <span>
            <span className="tnum text-muted">{at + 1}.</span> {name}
          </span>
          {phone && <Phone number={phone} />}
          {email && <Mail address={email} />}
        </li>
      ))}
    </ol>
  );
}
