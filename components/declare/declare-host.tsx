'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useKey } from '@/components/keys/keys';
import { useFetched } from '@/components/ui/use-fetched';
import { type Declare, type DeclareChoices, type FindDoubles, type Meanings } from './choices';
import { openDeclareEvent } from './open-declare';

const load = () => import('./declare-dialog');
const DeclareDialog = lazy(load);

type DeclareHostProps = {
  meanings: Meanings;
  declare: Declare;
  findDoubles: FindDoubles;
  loadChoices: () => Promise<DeclareChoices>;
};

/** `d` anywhere. The dialog's code and choices come when it is first opened; leaving the page closes it. */
export function DeclareHost({ loadChoices, ...rest }: DeclareHostProps) {
  const path = usePathname();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  const [choices, setChoices] = useState<DeclareChoices | null>(null);

  function open() {
    if (openedAt === path || path === '/declare') return;
    setOpenedAt(path);
    setTimes((count) => count + 1);
    loadChoices().then(setChoices, () => undefined);
  }
  useKey('d', open, { label: 'Declare an incident', group: 'Incidents' });
  const onEvent = useEffectEvent(open);
  useEffect(() => {
    const listen = () => onEvent();
    document.addEventListener(openDeclareEvent, listen);
    return () => document.removeEventListener(openDeclareEvent, listen);
  }, []);

  const fetched = useFetched(openedAt === path ? load : null, () => setOpenedAt(null));
  if (!fetched) return null;
  return (
    <Suspense>
      <DeclareDialog
        key={times}
        {...rest}
        choices={choices}
        open={openedAt === path}
        onClose={() => setOpenedAt(null)}
      />
    </Suspense>
  );
}
