import { z } from 'zod';
import { DAY, plus } from '../../instant';
import { refuse } from '../../refusal';
import { defineAct, idSchema, instantSchema, line, sentence } from '../act';

const attachmentSchema = z.object({
  name: line(200),
  type: z.string().max(100),
  size: z.number().int().min(0).nullable().default(null),
  fileId: idSchema.nullable().default(null),
  href: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable()
    .default(null),
});

/** Something that happened, now or earlier, at its own time; with evidence beside it if there is any. */
export const addNote = defineAct({
  name: 'add-note',
  input: z.object({
    text: sentence(10_000),
    at: instantSchema.nullish(),
    attachment: attachmentSchema.nullish(),
  }),
  afterEnd: true,
  mentions: ({ attachment }) => ({ files: attachment?.fileId ? [attachment.fileId] : [] }),
  decide: (incident, { text, at, attachment: given }, { now, files }) => {
    const late = outOfPlace(at ?? now, now, incident.startedAt);
    if (late) return refuse('invalid', late, { at: late });
    const attachment = given?.fileId ? files.get(given.fileId) : (given ?? null);
    if (attachment === undefined) return refuse('invalid', 'The attached file is not kept here. Attach it again.');
    return [{ kind: 'note.added', data: { text, attachment }, at: at ?? now }];
  },
});

/** Why a moment cannot stand on this timeline, or null. */
export function outOfPlace(at: string, now: string, startedAt: string): string | null {
  if (at > now) return 'It cannot have happened in the future.';
  if (at < plus(startedAt, -30 * DAY)) return 'That is more than 30 days before the incident began.';
  return null;
}
