'use client';

import { Building2, GitMerge, LifeBuoy, Lock, LogIn, LogOut, PencilLine, ServerCog, UsersRound } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { MenuDivider, MenuItem } from '@/components/ui/menu';
import { isOpen } from '@/lib/core/incident/phases';
import { useAsk } from './ask';
import { useQuickAct } from './use-acting';
import { whyNot } from './why-not';

/** The verbs that are needed now and then, as items of a menu; each is in the palette, too. */
export function SeldomItems() {
  const room = useRoom();
  const { incident, me } = room;
  const { ask } = useAsk();
  const { run } = useQuickAct();
  const { ever, open } = whyNot(room);
  const inside = Boolean(incident.responders[me.id]);
  return (
    <>
      {isOpen(incident.phase) && (
        <MenuItem
          icon={inside ? <LogOut /> : <LogIn />}
          keys={inside ? 'i l' : 'i j'}
          disabled={open !== null}
          onSelect={() => void (inside ? run('leave', {}, 'You left') : run('join', {}, 'You joined'))}
        >
          {inside ? 'Leave as responder' : 'Join as responder'}
        </MenuItem>
      )}
      <MenuItem icon={<LifeBuoy />} keys="i h" disabled={open !== null} onSelect={() => ask({ kind: 'help' })}>
        Ask for help
      </MenuItem>
      <MenuItem icon={<UsersRound />} keys="i w" disabled={open !== null} onSelect={() => ask({ kind: 'subteam' })}>
        Form a sub-team
      </MenuItem>
      {room.vendors.length > 0 && (
        <MenuItem icon={<Building2 />} keys="v" disabled={open !== null} onSelect={() => ask({ kind: 'vendor' })}>
          Contact a vendor
        </MenuItem>
      )}
      <MenuDivider />
      <MenuItem icon={<PencilLine />} keys="i t" disabled={ever !== null} onSelect={() => ask({ kind: 'retitle' })}>
        Rename
      </MenuItem>
      <MenuItem icon={<ServerCog />} keys="i s" disabled={ever !== null} onSelect={() => ask({ kind: 'services' })}>
        Change services
      </MenuItem>
      <MenuItem icon={<Lock />} keys="i a" disabled={ever !== null} onSelect={() => ask({ kind: 'access' })}>
        Change who sees it
      </MenuItem>
      <MenuItem icon={<GitMerge />} keys="i m" disabled={open !== null} onSelect={() => ask({ kind: 'merge' })}>
        Merge as a duplicate
      </MenuItem>
    </>
  );
}
