import { type Actor } from '@/lib/core/access/actor';
import { type Guarded, maySee } from '@/lib/core/access/may';
import { type Incident } from '@/lib/core/incident/incident';
import { type IncidentSummary, summaryOf } from '@/lib/core/incident/summary';
import { type Instant } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { readIncidents, readOpenIncidents, readOpenSeqs } from '@/lib/queries/live-board';
import { coalesced, soon } from './coalesce';
import { type JoinAnswer } from './contract';
import { boardRoom, isAnyoneIn, type LiveServer, type LiveSocket, socketsIn } from './wire';

const tellMs = 15;

/** What the board's sockets were last told of an incident, and who might see it then. */
interface Known {
  summary: IncidentSummary;
  guard: Guarded;
}

export interface Board {
  join: (socket: LiveSocket, answer: (answer: JoinAnswer) => void) => Promise<void>;
  /** These incidents changed. */
  changed: (numbers: readonly number[]) => void;
  /** Tells of every incident whose change went unheard. */
  catchUp: () => Promise<void>;
  /** A socket's person may now see more or less than before. */
  reviewed: (socket: LiveSocket, before: Actor) => void;
  stop: () => void;
}

export function keepBoard(io: LiveServer, now: () => Instant): Board {
  const known = new Map<number, Known>();
  const waiting = new Set<number>();

  const learn = (incident: Incident): { former: Known | undefined; latest: Known } | null => {
    const former = known.get(incident.number);
    if (former && former.summary.seq >= incident.seq) return null;
    const latest = {
      summary: summaryOf(incident),
      guard: { private: incident.private, visibleTo: incident.visibleTo },
    };
    known.set(incident.number, latest);
    return { former, latest };
  };

  const tell = (incident: Incident) => {
    const learnt = learn(incident);
    if (!learnt) return;
    const { former, latest } = learnt;
    if (!latest.guard.private && !former?.guard.private) {
      io.to(boardRoom).emit('incident', latest.summary);
      return;
    }
    for (const socket of socketsIn(io, boardRoom))
      show(socket, latest, former && maySee(socket.data.actor, former.guard));
  };

  const show = (socket: LiveSocket, { summary, guard }: Known, saw: boolean | undefined) => {
    if (maySee(socket.data.actor, guard)) socket.emit('incident', summary);
    else if (saw) socket.emit('put-out', { incident: summary.number });
  };

  const tellSoon = soon(
    () => {
      const numbers = [...waiting];
      waiting.clear();
      readIncidents(numbers).then(
        (incidents) => incidents.forEach(tell),
        (error: unknown) => log.warn({ error: String(error) }, 'the board was not told; the poll will notice'),
      );
    },
    () => tellMs,
  );

  const changed = (numbers: readonly number[]) => {
    if (!isAnyoneIn(io, boardRoom)) return known.clear();
    for (const number of numbers) waiting.add(number);
    if (waiting.size > 0) tellSoon.call();
  };

  /** Reads every open incident, and tells those already there what is new of it. */
  const read = coalesced(async () => {
    for (const incident of await readOpenIncidents()) tell(incident);
  });

  return {
    changed,
    join: async (socket, answer) => {
      if (!isAnyoneIn(io, boardRoom)) known.clear();
      await socket.join(boardRoom);
      await read();
      const board = [...known.values()]
        .filter(({ summary, guard }) => summary.open && maySee(socket.data.actor, guard))
        .map(({ summary }) => summary)
        .sort(byOwed);
      answer({ ok: true, board, now: now() });
    },
    catchUp: async () => {
      if (!isAnyoneIn(io, boardRoom)) return known.clear();
      const seqs = await readOpenSeqs();
      const ended = [...known].filter(([number, { summary }]) => summary.open && !seqs.has(number));
      const behind = [...seqs].filter(([number, seq]) => (known.get(number)?.summary.seq ?? 0) < seq);
      changed([...ended, ...behind].map(([number]) => number));
    },
    reviewed: (socket, before) => {
      if (!socket.rooms.has(boardRoom)) return;
      for (const latest of known.values()) {
        if (latest.guard.private && latest.summary.open) show(socket, latest, maySee(before, latest.guard));
      }
    },
    stop: tellSoon.cancel,
  };
}

function byOwed(a: IncidentSummary, b: IncidentSummary): number {
  const [first, second] = [a.owed?.dueAt ?? '9999', b.owed?.dueAt ?? '9999'];
  return first < second ? -1 : first > second ? 1 : a.number - b.number;
}
