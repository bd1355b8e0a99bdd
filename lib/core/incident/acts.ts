// Every verb that can be done to an incident, by name: screens, API and replays share this one door.
import { type z } from 'zod';
import { addNote } from './acts/add-note';
import { answerHandover } from './acts/answer-handover';
import { answerPage } from './acts/answer-page';
import { askForHelp } from './acts/ask-for-help';
import { assignRole } from './acts/assign-role';
import { assignTask } from './acts/assign-task';
import { cancelTask } from './acts/cancel-task';
import { changeAccess } from './acts/change-access';
import { changePhase } from './acts/change-phase';
import { changeServices } from './acts/change-services';
import { changeSeverity } from './acts/change-severity';
import { changeSubteam } from './acts/change-subteam';
import { commanderReturned } from './acts/commander-returned';
import { confirmNoChange } from './acts/confirm-no-change';
import { contactVendor } from './acts/contact-vendor';
import { correctNote } from './acts/correct-note';
import { dissolveSubteam } from './acts/dissolve-subteam';
import { extendTask } from './acts/extend-task';
import { finishTask } from './acts/finish-task';
import { formSubteam } from './acts/form-subteam';
import { giveUpVendor } from './acts/give-up-vendor';
import { join } from './acts/join';
import { leave } from './acts/leave';
import { noteVendorAnswer } from './acts/note-vendor-answer';
import { objectToDecision } from './acts/object-to-decision';
import { offerHandover } from './acts/offer-handover';
import { page } from './acts/page';
import { pinFact } from './acts/pin-fact';
import { postUpdate } from './acts/post-update';
import { proposeDecision } from './acts/propose-decision';
import { reassignTask } from './acts/reassign-task';
import { releaseRole } from './acts/release-role';
import { relieve } from './acts/relieve';
import { retitle } from './acts/retitle';
import { snoozeUpdate } from './acts/snooze-update';
import { takeRole } from './acts/take-role';
import { understandTask } from './acts/understand-task';
import { withdrawDecision } from './acts/withdraw-decision';
import { withdrawHandover } from './acts/withdraw-handover';
import { withdrawPage } from './acts/withdraw-page';

export const acts = {
  'add-note': addNote,
  'answer-handover': answerHandover,
  'answer-page': answerPage,
  'ask-for-help': askForHelp,
  'assign-role': assignRole,
  'assign-task': assignTask,
  'cancel-task': cancelTask,
  'change-access': changeAccess,
  'change-phase': changePhase,
  'change-services': changeServices,
  'change-severity': changeSeverity,
  'change-subteam': changeSubteam,
  'commander-returned': commanderReturned,
  'confirm-no-change': confirmNoChange,
  'contact-vendor': contactVendor,
  'correct-note': correctNote,
  'dissolve-subteam': dissolveSubteam,
  'extend-task': extendTask,
  'finish-task': finishTask,
  'form-subteam': formSubteam,
  'give-up-vendor': giveUpVendor,
  join,
  leave,
  'note-vendor-answer': noteVendorAnswer,
  'object-to-decision': objectToDecision,
  'offer-handover': offerHandover,
  page,
  'pin-fact': pinFact,
  'post-update': postUpdate,
  'propose-decision': proposeDecision,
  'reassign-task': reassignTask,
  'release-role': releaseRole,
  relieve,
  retitle,
  'snooze-update': snoozeUpdate,
  'take-role': takeRole,
  'understand-task': understandTask,
  'withdraw-decision': withdrawDecision,
  'withdraw-handover': withdrawHandover,
  'withdraw-page': withdrawPage,
};

export type Acts = typeof acts;
export type ActName = keyof Acts;
/** What a caller writes, before defaults and trimming. */
export type ActDraft<N extends ActName> = z.input<Acts[N]['input']>;

export function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}
