import { type Socket } from 'socket.io-client';
import { type Instant, msOf } from '@/lib/core/instant';
import { type Refusal } from '@/lib/core/refusal';
import {
  type ClientToServer,
  type JoinAnswer,
  type JoinRequest,
  type ServerToClient,
  livePath,
} from '@/lib/live/contract';
import { createHearers } from './hearers';
import { type BoardWatcher, type LiveStatus, type RoomLine, type RoomWatcher } from './watchers';

interface ConnectionState {
  status: LiveStatus;
  refusal: Refusal | null;
}

type LiveSocket = Socket<ServerToClient, ClientToServer>;
type RoomAnswer = Extract<JoinAnswer, { incident: unknown }>;

const answerWithinMs = 5_000;
/** After this long out of sight the line is tried at once instead of waiting for the next heartbeat. */
const sleptMs = 15_000;
/** A server that dropped us (a slow reader, a restart) is called again after this. */
const calledAgainMs = 1_000;

/** The page's one socket. Rooms, board and notices share it; whoever watches is joined again after every loss. */
export function createConnection(onClock: (nowMs: number, rttMs: number) => void) {
  const watchers = new Set<() => void>();
  const rooms = new Map<number, Set<RoomWatcher>>();
  const boards = new Set<BoardWatcher>();
  const { listen, ...hearers } = createHearers();
  const reports = new Map<number, { looking: string; typing: boolean }>();
  let state: ConnectionState = { status: 'connecting', refusal: null };
  let socket: LiveSocket | null = null;
  let users = 0;
  let hiddenAt = 0;

  function set(status: LiveStatus, refusal: Refusal | null = null) {
    if (state.status === status && state.refusal === refusal) return;
    state = { status, refusal };
    for (const watcher of watchers) watcher();
  }

  function ask(request: JoinRequest, take: (answer: JoinAnswer) => void) {
    const askedAt = performance.now();
    socket?.timeout(answerWithinMs).emit('join', request, (error, answer) => {
      // A line that is down already is dialled again by its own client; a second dialling would stop that for good.
      if (error) return void (socket?.connected && redial());
      if (answer.ok) tell(answer.now, performance.now() - askedAt);
      take(answer);
    });
  }

  function tell(now: Instant, rttMs: number) {
    onClock(msOf(now), rttMs);
  }

  function joinRoom(number: number) {
    if (!socket?.connected) return;
    const inside = [...(rooms.get(number) ?? [])];
    if (inside.length === 0) return;
    const after = Math.min(...inside.map((watcher) => watcher.after()));
    ask({ incident: number, after }, (answer) => {
      if (!answer.ok) {
        if (answer.refusal === 'not-found' || answer.refusal === 'not-allowed') putOut(number);
        return;
      }
      const { facts, present, more } = answer as RoomAnswer;
      for (const watcher of rooms.get(number) ?? []) {
        watcher.facts(facts);
        watcher.present(present);
      }
      if (more && facts.length > 0) return joinRoom(number);
      // Not before: where somebody looks is heard only of those who are in.
      const report = reports.get(number);
      if (report) socket?.emit('presence', { incident: number, ...report });
    });
  }

  function joinBoard() {
    if (!socket?.connected || boards.size === 0) return;
    ask({ board: true }, (answer) => {
      if (answer.ok && 'board' in answer) for (const watcher of boards) watcher.board(answer.board);
    });
  }

  function putOut(number: number) {
    for (const watcher of rooms.get(number) ?? []) watcher.putOut();
    for (const watcher of boards) watcher.putOut(number);
  }

  function joinAll() {
    for (const number of rooms.keys()) joinRoom(number);
    joinBoard();
  }

  function redial() {
    if (!socket || users === 0) return;
    socket.disconnect();
    set(navigator.onLine ? 'reconnecting' : 'offline');
    socket.connect();
  }

  async function open() {
    const { io } = await import('socket.io-client');
    if (users === 0 || socket) return;
    const opened: LiveSocket = io({
      path: livePath,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 4_000,
    });
    socket = opened;
    opened.on('connect', () => {
      set('live');
      joinAll();
    });
    opened.on('disconnect', (reason) => {
      if (users === 0) return;
      set(navigator.onLine ? 'reconnecting' : 'offline');
      if (reason === 'io server disconnect') setTimeout(() => users > 0 && opened.connect(), calledAgainMs);
    });
    opened.on('connect_error', (error) => {
      const refusal = (error as { data?: Refusal }).data;
      if (refusal && typeof refusal.message === 'string') return set('offline', refusal);
      if (state.status !== 'connecting') set(navigator.onLine ? 'reconnecting' : 'offline');
    });
    opened.on('fact', (fact) => {
      const number = Number(fact.stream.slice('incident:'.length));
      for (const watcher of rooms.get(number) ?? []) watcher.facts([fact]);
    });
    opened.on('presence', ({ incident, present }) => {
      for (const watcher of rooms.get(incident) ?? []) watcher.present(present);
    });
    opened.on('incident', (summary) => {
      for (const watcher of boards) watcher.incident(summary);
    });
    listen(opened);
    opened.on('put-out', ({ incident }) => putOut(incident));
    opened.on('clock', ({ now }) => tell(now, 0));
  }

  function onOnline() {
    if (!socket) return;
    if (!socket.connected) {
      set('reconnecting');
      socket.connect();
      return;
    }
    // A network that blinked may leave the line as it was; joining finds out whether it still carries.
    if (navigator.onLine) set('live');
    joinAll();
  }

  function onOffline() {
    set('offline');
  }

  /** A laptop that slept still believes in its line: ask for news, and dial again if no answer comes. */
  function onVisibility() {
    if (document.hidden) hiddenAt = Date.now();
    else if (hiddenAt > 0 && Date.now() - hiddenAt > sleptMs) onOnline();
  }

  return {
    state: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    start: () => {
      users += 1;
      void open();
      addEventListener('online', onOnline);
      addEventListener('offline', onOffline);
      document.addEventListener('visibilitychange', onVisibility);
      return () => {
        users -= 1;
        removeEventListener('online', onOnline);
        removeEventListener('offline', onOffline);
        document.removeEventListener('visibilitychange', onVisibility);
        socket?.disconnect();
        socket = null;
      };
    },
    watchRoom: (number: number, watcher: RoomWatcher): RoomLine => {
      const inside = rooms.get(number) ?? new Set();
      inside.add(watcher);
      rooms.set(number, inside);
      joinRoom(number);
      return {
        catchUp: () => joinRoom(number),
        report: (report) => {
          reports.set(number, report);
          if (socket?.connected) socket.emit('presence', { incident: number, ...report });
        },
        leave: () => {
          inside.delete(watcher);
          if (inside.size > 0) return;
          rooms.delete(number);
          reports.delete(number);
          socket?.emit('leave', { incident: number }, () => undefined);
        },
      };
    },
    watchBoard: (watcher: BoardWatcher) => {
      boards.add(watcher);
      joinBoard();
      return () => {
        boards.delete(watcher);
        if (boards.size === 0) socket?.emit('leave', { board: true }, () => undefined);
      };
    },
    ...hearers,
  };
}

export type Connection = ReturnType<typeof createConnection>;
