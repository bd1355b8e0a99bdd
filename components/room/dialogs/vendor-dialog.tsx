'use client';

import { useState } from 'react';
import { type RoomVendor, useRoom } from '@/components/live/room-context';
import { textOf } from '@/components/submit/text-of';
import { Combobox } from '@/components/ui/combobox';
import { TextField } from '@/components/ui/field';
import { Mail, Phone, Site, VendorContacts } from '@/components/vendors/reach';
import { type VendorWay, defaultChaseMinutes, vendorWays } from '@/lib/core/vendor/vendor-case';
import { ActDialog, wrong } from '../act-dialog';
import { ChoiceChips } from '../choice-chips';
import { concernedVendors } from '../concerned-vendors';
import { useActing } from '../use-acting';
import { whyNot } from '../why-not';
import { BoxMinutes } from './box-minutes';

const wayLabels: Record<VendorWay, string> = { phone: 'Phone', 'e-mail': 'E-mail', portal: 'Portal' };

/** Says that a vendor was asked, with all that is needed to ask them; they are chased until they answer. */
export default function VendorDialog({ id }: { id?: string }) {
  const room = useRoom();
  const acting = useActing();
  const { incident } = room;
  const concerned = concernedVendors(room);
  const [chosen, setChosen] = useState(id ?? concerned[0]?.id ?? '');
  const [chosenWay, setWay] = useState<VendorWay | null>(null);
  const [chaseMinutes, setChaseMinutes] = useState(defaultChaseMinutes);
  const vendor = room.vendors.find((each) => each.id === chosen);
  const way = chosenWay ?? likelyWay(vendor);
  const known = incident.vendors.find((each) => each.vendor.id === chosen);
  return (
    <ActDialog
      title={known ? `Contact ${known.vendor.name} again` : 'Contact a vendor'}
      description="Ask them, then say so here: you are reminded until they answer."
      submit="Contacted"
      acting={acting}
      blocked={whyNot(room).open}
      onSubmit={(form) =>
        acting.run(
          'contact-vendor',
          { vendor: chosen, way, ticket: textOf(form, 'ticket') || null, chaseMinutes },
          'Noted: an answer is waited for',
        )
      }
    >
      <Combobox
        name="vendor"
        label="Vendor"
        options={room.vendors.map((each) => ({
          value: each.id,
          label: each.name,
          hint: concerned.includes(each) ? 'a service of this incident stands on it' : undefined,
        }))}
        value={chosen}
        onChange={setChosen}
        error={wrong(acting, 'vendor') && 'Choose a vendor.'}
      />
      {vendor && <Particulars vendor={vendor} />}
      <ChoiceChips
        legend="How"
        value={way}
        onChange={setWay}
        options={vendorWays.map((value) => ({ value, label: wayLabels[value] }))}
      />
      <TextField
        key={chosen}
        name="ticket"
        label="Ticket number"
        optional
        defaultValue={known?.ticket ?? ''}
        maxLength={100}
        autoComplete="off"
        error={wrong(acting, 'ticket')}
      />
      <BoxMinutes legend="Ask again unless they answer within" value={chaseMinutes} onChange={setChaseMinutes} />
    </ActDialog>
  );
}

/** The first way by which it can be reached. */
function likelyWay(vendor: RoomVendor | undefined): VendorWay {
  if (!vendor || vendor.phone) return 'phone';
  if (vendor.email) return 'e-mail';
  return vendor.portal ? 'portal' : 'phone';
}

/** All that one needs in hand to call. */
function Particulars({ vendor }: { vendor: RoomVendor }) {
  const { name, contract, account, phone, email, portal, statusPage, contacts } = vendor;
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      {contract && <p>{contract}</p>}
      {account && (
        <p className="text-muted">
          Account <span className="font-mono text-ink select-all">{account}</span>
        </p>
      )}
      <p className="flex flex-wrap gap-x-4">
        {phone && <Phone number={phone} />}
        {email && <Mail address={email} />}
        {portal && <Site href={portal}>Support portal</Site>}
        {statusPage && <Site href={statusPage}>Status page</Site>}
      </p>
      {contacts.length > 0 && <VendorContacts vendor={name} contacts={contacts} />}
    </div>
  );
}
