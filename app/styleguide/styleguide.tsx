import { ConsoleFrame } from '@/components/shell/console-frame';
import { Page, PageHeader } from '@/components/shell/page-header';
import { Bell, Megaphone } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { NoticeDot } from '@/components/ui/notice-dot';
import { findSamples, signOutNowhere } from './actions';
import { Acts } from './acts';
import { Forms } from './forms';
import { Inks } from './inks';
import { Readings } from './readings';
import { RoomSketch } from './room-sketch';
import { people } from './samples';

/** The whole kit, as it stands together on a screen. */
export function Styleguide({ now }: { now: number }) {
  return (
    <ConsoleFrame
      person={{ ...people[0], email: 'ada@example.test', role: 'Responder' }}
      signOut={signOutNowhere}
      loadEntities={findSamples}
      bell={
        <span className="relative">
          <IconButton label="Notices" icon={<Bell />} />
          <NoticeDot label="3 unread notices" count={3} />
        </span>
      }
    >
      <Page>
        <PageHeader
          title="Styleguide"
          lead="One of each, in the light you are in. Switch it in your menu; press ? for the keys."
          actions={
            <Button tone="primary" icon={<Megaphone />} hotkey={{ keys: 'd', group: 'Incident' }}>
              Declare incident
            </Button>
          }
        />
        <div className="flex flex-col gap-10">
          <RoomSketch now={now} />
          <Readings now={now} />
          <Acts />
          <Forms />
          <Inks />
        </div>
      </Page>
    </ConsoleFrame>
  );
}
