'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { useAsk } from './ask';
import { type MergeAction } from './dialogs/merge-dialog';

const AccessDialog = dynamic(() => import('./dialogs/access-dialog'), { ssr: false });
const DecisionDialog = dynamic(() => import('./dialogs/decision-dialog'), { ssr: false });
const DeclineDialog = dynamic(() => import('./dialogs/decline-dialog'), { ssr: false });
const HandoverDialog = dynamic(() => import('./dialogs/handover-dialog'), { ssr: false });
const HelpDialog = dynamic(() => import('./dialogs/help-dialog'), { ssr: false });
const MergeDialog = dynamic(() => import('./dialogs/merge-dialog'), { ssr: false });
const NoChangeDialog = dynamic(() => import('./dialogs/no-change-dialog'), { ssr: false });
const NoteDialog = dynamic(() => import('@/components/timeline/note-dialog').then((part) => part.NoteDialog), {
  ssr: false,
});
const ObjectionDialog = dynamic(() => import('./dialogs/objection-dialog'), { ssr: false });
const PhaseDialog = dynamic(() => import('./dialogs/phase-dialog'), { ssr: false });
const RelieveDialog = dynamic(() => import('./dialogs/relieve-dialog'), { ssr: false });
const RetitleDialog = dynamic(() => import('./dialogs/retitle-dialog'), { ssr: false });
const RoleDialog = dynamic(() => import('./dialogs/role-dialog'), { ssr: false });
const ServicesDialog = dynamic(() => import('./dialogs/services-dialog'), { ssr: false });
const SeverityDialog = dynamic(() => import('./dialogs/severity-dialog'), { ssr: false });
const SnoozeDialog = dynamic(() => import('./dialogs/snooze-dialog'), { ssr: false });
const SubteamDialog = dynamic(() => import('./dialogs/subteam-dialog'), { ssr: false });
const TaskDetailDialog = dynamic(() => import('./dialogs/task-detail-dialog'), { ssr: false });
const TaskDialog = dynamic(() => import('./dialogs/task-dialog'), { ssr: false });

/** The dialog that is open, if any. The code of each comes when it is first opened. */
export function RoomDialogs({ merge }: { merge: MergeAction }) {
  const { asked, close } = useAsk();
  const { report } = useRoom();
  const looking = asked?.kind;

  useEffect(() => {
    if (!looking) return;
    report(looking, false);
    return () => report('room', false);
  }, [looking, report]);

  if (!asked) return null;
  switch (asked.kind) {
    case 'no-change':
      return <NoChangeDialog />;
    case 'snooze':
      return <SnoozeDialog />;
    case 'note':
      return <NoteDialog open onOpenChange={(open: boolean) => !open && close()} />;
    case 'task':
      return <TaskDialog />;
    case 'task-detail':
      return <TaskDetailDialog id={asked.id} />;
    case 'role':
      return <RoleDialog role={asked.role} />;
    case 'relieve':
      return <RelieveDialog role={asked.role} />;
    case 'handover':
      return <HandoverDialog role={asked.role} />;
    case 'decline':
      return <DeclineDialog id={asked.id} />;
    case 'severity':
      return <SeverityDialog />;
    case 'phase':
      return <PhaseDialog to={asked.to} />;
    case 'decision':
      return <DecisionDialog />;
    case 'objection':
      return <ObjectionDialog id={asked.id} />;
    case 'services':
      return <ServicesDialog />;
    case 'access':
      return <AccessDialog />;
    case 'retitle':
      return <RetitleDialog />;
    case 'merge':
      return <MergeDialog merge={merge} />;
    case 'subteam':
      return <SubteamDialog />;
    case 'help':
      return <HelpDialog />;
    default:
      return asked satisfies never;
  }
}
