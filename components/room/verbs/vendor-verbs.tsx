'use client';

import { Fragment } from 'react';
import { useKey } from '@/components/keys/keys';
import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useAsk } from '../ask';
import { concernedVendors } from '../concerned-vendors';
import { whyNot } from '../why-not';

/** Asking a vendor, and what can be said of those that were asked. */
export function VendorVerbs() {
  const room = useRoom();
  const { incident, vendors } = room;
  const { ask } = useAsk();
  const open = whyNot(room).open === null;
  // The panel, where there is one, has the key on its button.
  const inSight = incident.vendors.length + concernedVendors(room).length > 0;
  useKey('v', () => ask({ kind: 'vendor' }), {
    label: 'Contact a vendor',
    group: 'Room',
    when: open && vendors.length > 0 && !inSight,
  });
  return incident.vendors.map(({ vendor: { id, name }, state }) => (
    <Fragment key={id}>
      <Verb
        label={`Note what ${name} answered`}
        group="Room"
        when={open}
        run={() => ask({ kind: 'vendor-answer', id })}
      />
      <Verb
        label={`Contact ${name} again`}
        group="Room"
        when={open && vendors.some((known) => known.id === id)}
        run={() => ask({ kind: 'vendor', id })}
      />
      <Verb
        label={`Wait for ${name} no longer`}
        group="Room"
        when={open && state === 'waiting'}
        run={() => ask({ kind: 'vendor-end', id })}
      />
    </Fragment>
  ));
}
