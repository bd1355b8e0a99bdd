'use client';

import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { writePreference } from '../ui/preference';
import { createKeyRegistry, type Binding, type KeyRegistry } from './key-registry';

type KeysState = { registry: KeyRegistry; on: boolean; setOn: (on: boolean) => void };

const KeysContext = createContext<KeysState | null>(null);
const nothing: readonly Binding[] = [];

type KeysProps = {
  /** The person's preference: false switches off every key without ⌘ or Ctrl. */
  on?: boolean;
  children: ReactNode;
};

/** Listens for the whole page. */
export function Keys({ on: servedOn = true, children }: KeysProps) {
  const [registry] = useState(createKeyRegistry);
  const [on, setOnState] = useState(servedOn);

  useEffect(() => {
    document.addEventListener('keydown', registry.press);
    return () => document.removeEventListener('keydown', registry.press);
  }, [registry]);

  useEffect(() => registry.allowCharacterKeys(on), [registry, on]);

  const setOn = useCallback((next: boolean) => {
    setOnState(next);
    writePreference('keys', next ? 'on' : 'off');
  }, []);

  const state = useMemo(() => ({ registry, on, setOn }), [registry, on, setOn]);
  return <KeysContext value={state}>{children}</KeysContext>;
}

function useKeysState(): KeysState {
  const state = useContext(KeysContext);
  if (!state) throw new Error('A key needs <Keys> above it.');
  return state;
}

export type KeyOptions = { label: string } & Partial<Omit<Binding, 'keys' | 'label' | 'run'>>;

/** Binds `keys` (`u`, `g b`, `mod+enter`) to an act while the component is mounted. */
export function useKey(keys: string, run: () => void, options: KeyOptions) {
  const { registry } = useKeysState();
  const { label, group = 'General', when = true, inDialog = false, typing = false, hidden = false } = options;
  const act = useEffectEvent(run);
  useEffect(
    () => registry.add(Symbol(keys), { keys, label, group, when, inDialog, typing, hidden, run: () => act() }),
    [registry, keys, label, group, when, inDialog, typing, hidden],
  );
}

/** Every key now bound, for help and palette. */
export function useBindings(): readonly Binding[] {
  const { registry } = useKeysState();
  return useSyncExternalStore(registry.watch, registry.list, () => nothing);
}

/** Whether keys without ⌘ or Ctrl are on, and the switch. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const { on, setOn } = useKeysState();
  return [on, setOn];
}
