import { type Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Room } from '@/components/room/room';
import { Timeline } from '@/components/timeline/timeline';
import { parseTimelineRequest, readerOf } from '@/lib/core/timeline/page';
import { requireActor } from '@/lib/auth/actor';
import { readRoom } from '@/lib/queries/room';
import { readTimeline } from '@/lib/queries/timeline';
import { act, findOthers, loadTold, merge } from './actions';

type RoomPageProps = {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const roomOf = cache(async (text: string) => {
  const actor = await requireActor();
  return /^[1-9]\d{0,8}$/.test(text) ? readRoom(actor, Number(text)) : null;
});

export async function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  const room = await roomOf((await params).number);
  return { title: room ? `INC-${room.incident.number} ${room.incident.title}` : 'Not found' };
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const actor = await requireActor();
  const room = await roomOf((await params).number);
  if (!room) notFound();
  const { filter, place } = parseTimelineRequest(readerOf(await searchParams));
  // After the room, so that no fact can fall between the two readings.
  const page = await readTimeline(actor, room.incident.number, filter, place);
  const timeline = <Timeline initial={page} filter={filter} />;
  return (
    <Room
      key={room.incident.number}
      initial={room}
      act={act}
      merging={{ merge, findOthers }}
      loadTold={loadTold}
      timeline={timeline}
    />
  );
}
