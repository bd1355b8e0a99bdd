'use client';

import '../ui/style-nonce';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { KeyCap } from '../ui/key-cap';
import { byGroup } from './group-bindings';
import type { Binding } from './key-registry';
import { useBindings } from './keys';
import type { LoadEntities, PaletteEntity } from './palette';
import { keepRecent, readRecents, type Recent } from './recents';

const WAIT_MS = 120;
const row =
  'flex min-h-9 items-center gap-2.5 rounded-sm px-2.5 py-1 max-md:min-h-11 data-[selected=true]:bg-raised data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)]';
const group =
  'px-1 pb-1 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:text-muted';

function useEntities(load: LoadEntities | undefined, query: string, open: boolean): PaletteEntity[] {
  const [found, setFound] = useState<PaletteEntity[]>([]);
  useEffect(() => {
    if (!load || !open) return;
    let stale = false;
    const timer = setTimeout(
      () => {
        load(query).then(
          (entities) => !stale && setFound(entities),
          () => !stale && setFound([]),
        );
      },
      query === '' ? 0 : WAIT_MS,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [load, query, open]);
  return found;
}

function Row({
  value,
  label,
  hint,
  lead,
  keys,
  words,
  onSelect,
}: {
  value: string;
  label: string;
  hint?: string;
  lead?: ReactNode;
  keys?: string;
  words: string[];
  onSelect: () => void;
}) {
  return (
    <Command.Item value={value} keywords={words} onSelect={onSelect} className={row}>
      {lead}
      <span className="truncate">{label}</span>
      {hint && <span className="truncate text-xs text-muted">{hint}</span>}
      {keys && <KeyCap keys={keys} className="ml-auto text-muted" />}
    </Command.Item>
  );
}

/** What this page can do stands above what every page can. */
const everywhere = new Set(['Go to', 'General']);

function Verbs({ groups, onChoose }: { groups: [string, Binding[]][]; onChoose: (run: () => void) => void }) {
  return groups
    .filter(([, verbs]) => verbs.length > 0)
    .map(([name, verbs]) => (
      <Command.Group key={name} heading={name} className={group}>
        {verbs.map((verb) => (
          <Row
            key={verb.keys + verb.label}
            value={`${name} ${verb.label}`}
            words={[verb.keys]}
            label={verb.label}
            keys={verb.keys}
            onSelect={() => onChoose(verb.run)}
          />
        ))}
      </Command.Group>
    ));
}

type PalettePanelProps = { open: boolean; onOpenChange: (open: boolean) => void; load?: LoadEntities };

/** Recents, things and every verb of the page, in one list to type into. */
export default function PalettePanel({ open, onOpenChange, load }: PalettePanelProps) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const entities = useEntities(load, query, open);
  const verbs = byGroup(useBindings()).map(([name, list]): [string, Binding[]] => [
    name,
    list.filter((one) => one.when && one.keys !== 'mod+k'),
  ]);
  const next = useRef<(() => void) | null>(null);
  const recents = open && query === '' ? readRecents() : [];

  // At once, not when the closed one has given up the focus: the next may be typed into by then.
  function turn(now: boolean) {
    setQuery('');
    onOpenChange(now);
  }

  function choose(run: () => void) {
    next.current = run;
    turn(false);
  }

  function visit(thing: Recent) {
    keepRecent(thing);
    choose(() => router.push(thing.href));
  }

  const kinds = [...new Set(entities.map((entity) => entity.group))];
  return (
    <Radix.Root open={open} onOpenChange={turn}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            const run = next.current;
            next.current = null;
            if (!run) return;
            event.preventDefault();
            run();
          }}
          className="fixed inset-x-2 top-2 z-40 mx-auto flex max-h-[min(32rem,80dvh)] max-w-[40rem] data-[state=open]:animate-rise flex-col rounded-md border border-line bg-surface shadow-float outline-none md:top-[11vh]"
        >
          <Radix.Title className="sr-only">Find anything</Radix.Title>
          <Command label="Find anything" loop className="flex min-h-0 flex-col">
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder="Find an incident, a service, a person, or an act"
              className="h-12 w-full shrink-0 border-b border-line bg-transparent px-4 text-base outline-none"
            />
            <Command.List className="min-h-0 flex-1 overflow-y-auto">
              <Command.Empty className="px-4 py-4 text-muted">Nothing found. Try fewer letters.</Command.Empty>
              {recents.length > 0 && (
                <Command.Group heading="Recent" className={group}>
                  {recents.map((one) => (
                    <Row
                      key={one.id}
                      value={`recent ${one.id}`}
                      words={[one.label]}
                      {...one}
                      onSelect={() => visit(one)}
                    />
                  ))}
                </Command.Group>
              )}
              <Verbs groups={verbs.filter(([name]) => !everywhere.has(name))} onChoose={choose} />
              {kinds.map((kind) => (
                <Command.Group key={kind} heading={kind} className={group}>
                  {entities
                    .filter((entity) => entity.group === kind)
                    .map((entity) => (
                      <Row
                        key={entity.id}
                        value={entity.id}
                        words={[entity.label, entity.hint ?? '', query]}
                        label={entity.label}
                        hint={entity.hint}
                        lead={entity.lead}
                        onSelect={() => visit(entity)}
                      />
                    ))}
                </Command.Group>
              ))}
              <Verbs groups={verbs.filter(([name]) => everywhere.has(name))} onChoose={choose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
