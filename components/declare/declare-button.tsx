'use client';

import { Siren } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { KeyCap } from '@/components/ui/key-cap';
import { openDeclare } from './open-declare';

const never = () => () => {};

/** Declares: by the dialog, or without scripts on a page of its own. */
export function DeclareButton() {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const face = (
    <>
      Declare an incident
      <KeyCap keys="d" />
    </>
  );
  return hydrated ? (
    <Button tone="primary" icon={<Siren />} onClick={openDeclare} aria-keyshortcuts="d">
      {face}
    </Button>
  ) : (
    <Button tone="primary" icon={<Siren />} href="/declare">
      {face}
    </Button>
  );
}
