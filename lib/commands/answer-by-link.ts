import { z } from 'zod';
import { type Via } from '@/lib/core/escalation/page';
import { optionalReason } from '@/lib/core/incident/act';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { spendLink } from '@/lib/store/deliveries';
import { findAcknowledgeLink } from '@/lib/store/find-acknowledge-link';
import { actOnIncident } from './act-on-incident';
import { type Done, parse } from './caller';

const input = z.object({ take: z.boolean(), reason: optionalReason });

const refusals = {
  used: refuse('taken', 'This link was used already.'),
  expired: refuse('expired', 'This link is too old. Sign in to answer.'),
  over: refuse('changed-meanwhile', 'Nobody needs to answer this page any more.'),
} as const;

/**
 * Answers a page for the person to whom its link was sent, without a sign-in. The link is used up only after the page was answered, so
 * that a crash between the two costs nothing: answering twice changes nothing. One `requestKey` answers one page and no other.
 */
export async function answerByLink(
  token: string,
  draft: unknown,
  via: Extract<Via, 'link' | 'sms' | 'voice'> = 'link',
  requestKey?: string,
): Promise<Done | Refusal> {
  const parsed = parse(input, draft);
  if (isRefusal(parsed)) return parsed;
  const link = await findAcknowledgeLink(token);
  if (!link) return refuse('not-found', 'There is no such link.');
  if (link.state !== 'open') return refusals[link.state];
  const { id, name, role } = link.person;
  const actor = { kind: 'person', id, name, role } as const;
  const answer = { id: link.page, ...parsed.input };
  const done = await actOnIncident({ actor, via, requestKey }, link.incident, 'answer-page', answer);
  if (!isRefusal(done)) await spendLink(link.delivery);
  return done;
}
