'use client';

import { Fragment } from 'react';
import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { useAsk } from '../ask';
import { useQuickAct } from '../use-acting';
import { mayRelease, mayRelieve, roleWords, whyNot } from '../why-not';

const group = 'Roles';

/** Who could be relieved, which roles laid down, which offers answered or taken back, which sub-teams changed. */
export function RoleVerbs() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const open = whyNot(room).open === null;
  return (
    <>
      {Object.values(incident.roles).map(({ role, holder }) => (
        <Fragment key={role.key}>
          <Verb
            label={`Relieve ${holder.name} as ${role.name.toLowerCase()}`}
            group={group}
            when={mayRelieve(room, role.key)}
            run={() => ask({ kind: 'relieve', role: role.key })}
          />
          <Verb
            label={
              holder.id === me.id
                ? `Lay down ${role.name.toLowerCase()}`
                : `Release ${holder.name} from ${role.name.toLowerCase()}`
            }
            group={group}
            when={mayRelease(room, role.key)}
            run={() => void run('release-role', { role: role.key }, `${role.name} released`)}
          />
        </Fragment>
      ))}
      {Object.values(incident.handovers).map(({ id, role, from, to }) => (
        <Fragment key={id}>
          <Verb
            label={`Withdraw the offer of ${roleWords(role)} to ${to.name}`}
            group={group}
            when={open && from.id === me.id}
            run={() => void run('withdraw-handover', { id }, 'Offer withdrawn')}
          />
          <Verb
            label={`Decline ${roleWords(role)}`}
            group={group}
            when={open && to.id === me.id}
            run={() => ask({ kind: 'decline', id })}
          />
        </Fragment>
      ))}
      {incident.subteams.map(({ id, name }) => (
        <Verb
          key={id}
          label={`Change the sub-team ${name}`}
          group={group}
          when={open}
          run={() => ask({ kind: 'subteam', id })}
        />
      ))}
    </>
  );
}
