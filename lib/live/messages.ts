import { type z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { log } from '@/lib/log';
import { spend } from './allowance';
import { type Answer, type JoinAnswer, type JoinRequest, type LeaveRequest, type PresenceReport } from './contract';
import { joinSchema, leaveSchema, presenceSchema } from './requests';
import { type LiveSocket } from './wire';

export interface Hearing {
  join: (socket: LiveSocket, request: JoinRequest, answer: (answer: JoinAnswer) => void) => Promise<void>;
  leave: (socket: LiveSocket, request: LeaveRequest) => void;
  presence: (socket: LiveSocket, report: PresenceReport) => void;
}

/** Messages beyond the allowance after which a socket is not worth keeping. */
const patience = 400;

type Reply = (answer: Answer | JoinAnswer) => void;
type Hear = (socket: LiveSocket, payload: unknown, reply: Reply) => void | Promise<void>;

/** Hears everything a socket says: checked, within its allowance, and answered even when it makes no sense. */
export function hearWith(hearing: Hearing): (socket: LiveSocket) => void {
  const hears = new Map<unknown, Hear>([
    ['join', checked(joinSchema, (socket, request, reply) => hearing.join(socket, request, reply))],
    [
      'leave',
      checked(leaveSchema, (socket, request, reply) => {
        hearing.leave(socket, request);
        reply({ ok: true });
      }),
    ],
    [
      'presence',
      checked(presenceSchema, (socket, report, reply) => {
        hearing.presence(socket, report);
        reply({ ok: true });
      }),
    ],
  ]);

  return (socket) => {
    let refusals = 0;
    socket.use((packet: unknown[]) => {
      const [event, ...said] = packet;
      const last = said.at(-1);
      const acknowledge = typeof last === 'function' ? (last as Reply) : null;
      const reply: Reply = (answer) => {
        if (acknowledge) acknowledge(answer);
        else if (!answer.ok) socket.emit('refused', { refusal: answer.refusal, message: answer.message });
      };
      if (!spend(socket.data.allowance, performance.now())) {
        refusals += 1;
        if (refusals > patience) return cut(socket);
        return reply(no(refuse('too-many', 'Too many messages. Slow down.')));
      }
      const hear = hears.get(event);
      if (!hear) return reply(no(refuse('invalid', `“${String(event).slice(0, 40)}” is not understood here.`)));
      const payload = acknowledge && said.length === 1 ? undefined : said[0];
      Promise.resolve(hear(socket, payload, reply)).catch((error: unknown) => {
        log.error({ error: String(error), event }, 'a message could not be answered');
        cut(socket);
      });
    });
  };
}

function checked<T>(
  schema: z.ZodType<T>,
  hear: (socket: LiveSocket, request: T, reply: Reply) => void | Promise<void>,
): Hear {
  return (socket, payload, reply) => {
    const parsed = schema.safeParse(payload);
    if (parsed.success) return hear(socket, parsed.data, reply);
    const [issue] = parsed.error.issues;
    reply(no(refuse('invalid', `${issue?.path.join('.') || 'The message'}: ${issue?.message ?? 'not understood'}`)));
  };
}

function no(refusal: Refusal): { ok: false } & Refusal {
  return { ok: false, ...refusal };
}

/** Ends the line without a farewell, so that the client connects again by itself. */
export function cut(socket: LiveSocket): void {
  const { transport } = socket.conn as unknown as { transport: { socket?: { terminate?: () => void } } };
  if (transport.socket?.terminate) transport.socket.terminate();
  else socket.conn.close(true);
}
