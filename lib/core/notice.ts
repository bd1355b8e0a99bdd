import { type IncidentFact } from './facts';
import { type Instant } from './instant';

/** Why a person is told something. */
export type NoticeKind =
  | 'told'
  | 'assigned'
  | 'handover-offered'
  | 'handover-answered'
  | 'update-due'
  | 'update-overdue'
  | 'task-back'
  | 'command-overdue'
  | 'commander-away'
  | 'help-asked'
  | 'paged'
  | 'page-answered'
  | 'page-unanswered'
  | 'page-left'
  | 'swap-offered'
  | 'swap-answered'
  | 'shift-soon'
  | 'page-offered-on'
  | 'vendor-chase'
  | 'paging-out'
  | 'paging-returned'
  | 'method-gone';

/** Who is told; resolved to people when the fact is committed. Private incidents narrow every group to those who may see them. */
export type Audience =
  | { people: string[] }
  | { group: 'everyone' | 'administrators' | 'engineering-leads' | 'owning-teams' | 'owning-leads' | 'room' };

/** A message owed because of one fact: title and body are plain text, `url` a path. */
export interface NoticeDue {
  kind: NoticeKind;
  factSeq: number;
  /** The page that this calls somebody by, whose end makes it needless. */
  page: string | null;
  audience: Audience[];
  /** Left out although in the audience: whoever did it knows it. */
  except: string | null;
  title: string;
  body: string;
  url: string;
  /** What it says outside the app is made of this, in its reader's language. */
  fact: IncidentFact;
}

/** A notice as whoever it is to reads it. */
export interface NoticeView {
  id: string;
  kind: NoticeKind;
  title: string;
  body: string;
  url: string;
  createdAt: Instant;
  readAt: Instant | null;
}
