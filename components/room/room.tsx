'use client';

import { type ReactNode } from 'react';
import { type RoomView, useRoom } from '@/components/live/room-context';
import { RoomProvider } from '@/components/live/room-provider';
import { type ActAction } from '@/components/live/send-act';
import { type LoadTold } from '@/components/told/told';
import { ToldProvider } from '@/components/told/told-provider';
import { AskProvider } from './ask';
import { Banners } from './banners';
import { CommandLine } from './command-line';
import { DecisionsPanel } from './decisions-panel';
import { type Merging } from './dialogs/merge-dialog';
import { KeyBar } from './key-bar';
import { LifeMap } from './life-map';
import { NowPanel } from './now-panel';
import { PagesPanel } from './pages-panel';
import { PeoplePanel } from './people-panel';
import { PutOut } from './put-out';
import { RolesPanel } from './roles-panel';
import { RoomDialogs } from './room-dialogs';
import { RoomHeader } from './room-header';
import { RoomSheets } from './room-sheets';
import { RoomSign } from './room-sign';
import { RoomVerbs } from './room-verbs';
import { ServicesPanel } from './services-panel';
import { TasksPanel } from './tasks-panel';
import { VendorsPanel } from './vendors-panel';
import { ThumbBar } from './thumb-bar';

type RoomProps = { initial: RoomView; act: ActAction; merging: Merging; loadTold: LoadTold; timeline: ReactNode };

/** The commander's screen: state first, then what is owed, then everything else; on a desk without scrolling the page. */
export function Room({ initial, act, merging, loadTold, timeline }: RoomProps) {
  return (
    <RoomProvider initial={initial} act={act}>
      <AskProvider>
        <ToldProvider load={loadTold}>
          <Screen merging={merging} timeline={timeline} />
        </ToldProvider>
      </AskProvider>
    </RoomProvider>
  );
}

function Screen({ merging, timeline }: Pick<RoomProps, 'merging' | 'timeline'>) {
  const { putOut } = useRoom();
  if (putOut) return <PutOut />;
  return (
    <div className="flex flex-col max-md:pb-16 md:h-[calc(100dvh-var(--top-strip,0px))] md:overflow-hidden">
      <RoomSign />
      <RoomHeader />
      <div className="flex flex-wrap items-center gap-x-6 border-b border-line px-4 py-1 md:min-h-11 md:flex-nowrap md:px-6">
        <LifeMap />
        <CommandLine />
      </div>
      <Banners />
      <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-h-0 min-w-0 flex-col">
          <div id="now" className="shrink-0 scroll-mt-14 border-b border-line md:max-h-[62%] md:overflow-y-auto">
            <NowPanel />
          </div>
          <RoomSheets />
          <div className="min-h-0 flex-1">{timeline}</div>
          <KeyBar />
        </div>
        <aside
          aria-label="Who and what"
          className="flex min-h-0 flex-col gap-5 overflow-y-auto border-l border-line px-5 py-4 max-md:hidden"
        >
          <RolesPanel />
          <TasksPanel />
          <PagesPanel />
          <VendorsPanel />
          <DecisionsPanel />
          <ServicesPanel />
          <PeoplePanel />
        </aside>
      </div>
      <ThumbBar />
      <RoomVerbs />
      <RoomDialogs merging={merging} />
    </div>
  );
}
