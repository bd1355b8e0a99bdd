'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useRoom } from '@/components/live/room-context';
import { useFetched } from '@/components/ui/use-fetched';
import { useAsk } from './ask';
import { type Merging } from './dialogs/merge-dialog';

const load = {
  access: () => import('./dialogs/access-dialog'),
  cannot: () => import('./dialogs/cannot-dialog'),
  decision: () => import('./dialogs/decision-dialog'),
  decline: () => import('./dialogs/decline-dialog'),
  handover: () => import('./dialogs/handover-dialog'),
  help: () => import('./dialogs/help-dialog'),
  merge: () => import('./dialogs/merge-dialog'),
  'no-change': () => import('./dialogs/no-change-dialog'),
  objection: () => import('./dialogs/objection-dialog'),
  page: () => import('./dialogs/page-dialog'),
  phase: () => import('./dialogs/phase-dialog'),
  relieve: () => import('./dialogs/relieve-dialog'),
  retitle: () => import('./dialogs/retitle-dialog'),
  role: () => import('./dialogs/role-dialog'),
  services: () => import('./dialogs/services-dialog'),
  severity: () => import('./dialogs/severity-dialog'),
  snooze: () => import('./dialogs/snooze-dialog'),
  subteam: () => import('./dialogs/subteam-dialog'),
  'task-detail': () => import('./dialogs/task-detail-dialog'),
  task: () => import('./dialogs/task-dialog'),
  vendor: () => import('./dialogs/vendor-dialog'),
  'vendor-answer': () => import('./dialogs/vendor-answer-dialog'),
  'vendor-end': () => import('./dialogs/vendor-end-dialog'),
  note: () => import('@/components/timeline/note-dialog').then((part) => ({ default: part.NoteDialog })),
};

const AccessDialog = dynamic(load.access, { ssr: false });
const CannotDialog = dynamic(load.cannot, { ssr: false });
const DecisionDialog = dynamic(load.decision, { ssr: false });
const DeclineDialog = dynamic(load.decline, { ssr: false });
const HandoverDialog = dynamic(load.handover, { ssr: false });
const HelpDialog = dynamic(load.help, { ssr: false });
const MergeDialog = dynamic(load.merge, { ssr: false });
const NoChangeDialog = dynamic(load['no-change'], { ssr: false });
const ObjectionDialog = dynamic(load.objection, { ssr: false });
const PageDialog = dynamic(load.page, { ssr: false });
const PhaseDialog = dynamic(load.phase, { ssr: false });
const RelieveDialog = dynamic(load.relieve, { ssr: false });
const RetitleDialog = dynamic(load.retitle, { ssr: false });
const RoleDialog = dynamic(load.role, { ssr: false });
const ServicesDialog = dynamic(load.services, { ssr: false });
const SeverityDialog = dynamic(load.severity, { ssr: false });
const SnoozeDialog = dynamic(load.snooze, { ssr: false });
const SubteamDialog = dynamic(load.subteam, { ssr: false });
const TaskDetailDialog = dynamic(load['task-detail'], { ssr: false });
const TaskDialog = dynamic(load.task, { ssr: false });
const VendorDialog = dynamic(load.vendor, { ssr: false });
const VendorAnswerDialog = dynamic(load['vendor-answer'], { ssr: false });
const VendorEndDialog = dynamic(load['vendor-end'], { ssr: false });
const NoteDialog = dynamic(load.note, { ssr: false });

/** After the page has come to rest; sooner would delay it. */
const fetchAheadMs = 2_500;

/** The dialog that is open, if any. Their code comes after the page, and before the line can break. */
export function RoomDialogs({ merging }: { merging: Merging }) {
  const { asked, close } = useAsk();
  const { report } = useRoom();
  const looking = asked?.kind;
  const arrived = useFetched(looking ? load[looking] : null, close);

  useEffect(() => {
    const timer = setTimeout(() => {
      for (const ahead of Object.values(load)) void ahead().catch(() => undefined);
    }, fetchAheadMs);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    if (!looking) return;
    report(looking, false);
    return () => report('room', false);
  }, [looking, report]);

  if (!asked || !arrived) return null;
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
      return <TaskDetailDialog id={asked.id} step={asked.step} />;
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
      return <DecisionDialog text={asked.text} />;
    case 'objection':
      return <ObjectionDialog id={asked.id} />;
    case 'services':
      return <ServicesDialog />;
    case 'access':
      return <AccessDialog />;
    case 'retitle':
      return <RetitleDialog />;
    case 'merge':
      return <MergeDialog {...merging} />;
    case 'subteam':
      return <SubteamDialog id={asked.id} />;
    case 'help':
      return <HelpDialog />;
    case 'page':
      return <PageDialog />;
    case 'cannot':
      return <CannotDialog id={asked.id} />;
    case 'vendor':
      return <VendorDialog id={asked.id} />;
    case 'vendor-answer':
      return <VendorAnswerDialog id={asked.id} />;
    case 'vendor-end':
      return <VendorEndDialog id={asked.id} />;
    default:
      return asked satisfies never;
  }
}
