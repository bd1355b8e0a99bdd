/** One thing a person is told. `kind` decides whether a browser notification is worth a sound at night. */
export const noticeKinds = [
  'told',
  'assigned',
  'handover-offered',
  'handover-answered',
  'update-due',
  'update-overdue',
  'task-back',
  'command-overdue',
  'commander-away',
  'help-asked',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who is told; resolved to people when the fact is committed. Private incidents narrow every group to those who may see them. */
export type Audience =
  | { people: string[] }
  | { group: 'everyone' | 'administrators' | 'engineering-leads' | 'owning-teams' | 'owning-leads' | 'room' };

/** A message owed because of one fact: title and body are plain text, `url` a path. */
export interface NoticeDue {
  kind: NoticeKind;
  factSeq: number;
  audience: Audience[];
  /** Left out although in the audience: whoever did it knows it. */
  except: string | null;
  title: string;
  body: string;
  url: string;
}
