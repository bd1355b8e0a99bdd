import { type Ending, usualEnding } from '../escalation/escalation-policy';
import { commanderKey, type RoleRef } from '../incident/incident';
import { listIn, minutesIn } from './grammar';
import { type OutwardFact, type Texts } from './texts';

const severity = { Critical: 'Kritisch', High: 'Hoch', Medium: 'Mittel', Low: 'Niedrig' } as const;
const list = listIn('de');
const minutes = minutesIn('de');
const late = (ms: number) => (ms > 0 ? ` (${minutes(ms)} zu spät bemerkt, weil Quarterdeck nicht lief)` : '');
const because = (reason: string | null) => (reason ? `: ${reason}` : '.');
const role = ({ key, name }: RoleRef) => (key === commanderKey ? 'die Einsatzleitung' : `die Rolle „${name}“`);

function happened(fact: OutwardFact): string {
  const who = fact.actor.name;
  switch (fact.kind) {
    case 'incident.declared': {
      const { title, severity: level, severityUnsure } = fact.data;
      return `${who} hat „${title}“ gemeldet: ${severity[level]}${severityUnsure ? ' (noch unsicher)' : ''}.`;
    }
    case 'severity.changed': {
      const { from, to, reason } = fact.data;
      if (from === to) return `${who} hat den Schweregrad bestätigt: ${severity[to]}${because(reason)}`;
      return `${who} hat den Schweregrad von ${severity[from]} auf ${severity[to]} geändert${because(reason)}`;
    }
    case 'services.changed': {
      const { added, removed } = fact.data;
      const parts = [
        ...(added.length > 0 ? [`${list(added.map(({ name }) => name))} hinzugefügt`] : []),
        ...(removed.length > 0 ? [`${list(removed.map(({ name }) => name))} entfernt`] : []),
      ];
      return `${who} hat ${list(parts)}.`;
    }
    case 'access.changed': {
      if (!fact.data.private) return `${who} hat den Vorfall für alle geöffnet.`;
      const readers = list(fact.data.visibleTo.map(({ name }) => name)) || 'Administratoren';
      return `${who} hat den Vorfall vertraulich gemacht, sichtbar für ${readers}.`;
    }
    case 'role.assigned':
      return `${who} hat ${fact.data.person.name} ${role(fact.data.role)} gegeben.`;
    case 'role.relieved':
      return `${fact.data.to.name} hat von ${fact.data.from.name} ${role(fact.data.role)} übernommen${because(fact.data.reason)}`;
    case 'subteam.formed': {
      const { name, lead, members } = fact.data;
      const others = members.length > 0 ? `, mit ${list(members.map((member) => member.name))}` : ', noch allein';
      return `${who} hat das Team „${name}“ gebildet: ${lead.name} leitet es${others}.`;
    }
    case 'subteam.changed': {
      const { name, lead, former, added, removed } = fact.data;
      const moves = [
        ...(added.length > 0 ? [`${list(added.map((person) => person.name))} aufgenommen`] : []),
        ...(removed.length > 0 ? [`${list(removed.map((person) => person.name))} herausgenommen`] : []),
        ...(lead.id === former.id ? [] : [`die Leitung ${lead.name} gegeben`]),
      ];
      return `${who} hat das Team „${name}“ geändert: ${list(moves)}.`;
    }
    case 'task.assigned': {
      const { title, assignee, boxMinutes } = fact.data;
      return `${who} bittet ${assignee.name}: ${title} (${boxMinutes} min).`;
    }
    case 'task.reassigned': {
      const { title, from, to, boxMinutes } = fact.data;
      return `${who} hat „${title}“ von ${from.name} an ${to.name} gegeben (${boxMinutes} min).`;
    }
    case 'task.came-back':
      return `„${fact.data.title}“ ist zurück: Die Zeit von ${fact.data.assignee.name} ist um${late(fact.data.lateMs)}.`;
    case 'handover.offered':
      return `${fact.data.from.name} bietet ${fact.data.to.name} ${role(fact.data.role)} an.`;
    case 'cadence.overdue':
      return `Der Lagebericht ist seit ${minutes(fact.data.lateMs)} überfällig; ${told[fact.data.level]}.`;
    case 'command.overdue':
      return `Niemand hat innerhalb der Reaktionszeit die Einsatzleitung übernommen${late(fact.data.lateMs)}.`;
    case 'commander.away':
      return `${fact.data.person.name}, in der Einsatzleitung, hat den Raum verlassen. Wer da ist, kann ablösen.`;
    case 'page.offered-on':
      return `Die Schicht von ${fact.data.from.name} ist vorbei: Der Alarm wird ${list(fact.data.to.map(({ name }) => name))} angeboten.`;
    case 'page.unanswered':
      return `Alle wurden alarmiert, niemand hat bestätigt: ${ended[fact.data.ending ?? usualEnding]}.`;
    case 'vendor.chase-due': {
      const { vendor, ticket, lateMs } = fact.data;
      return `${vendor.name} hat nicht geantwortet${ticket === null ? '' : ` (Ticket ${ticket})`}: Bitte nachfragen${late(lateMs)}.`;
    }
    case 'help.asked':
      return `${who} bittet um Hilfe: ${fact.data.reason}`;
    default:
      return fact satisfies never;
  }
}

const told = {
  nudge: 'wer ihn schuldet, wurde erinnert',
  room: 'alle im Raum und die Leitung des Dienstes wissen Bescheid',
  unowned: 'die Administratoren und die Leitung des Dienstes wissen Bescheid',
} as const;

export const german: Texts = {
  severity,
  happened,
  page: {
    asks: 'Alarm: bitte bestätigen oder ablehnen.',
    unanswered: 'Niemand hat auf den Alarm reagiert: bitte den Vorfall öffnen und übernehmen oder jemanden anrufen.',
    services: ({ names }) => `Dienste: ${names.join(', ')}.`,
    since: ({ when }) => `Seit ${when}.`,
  },
  secret: {
    title: ({ number }) => `INC-${number}: ein vertraulicher Vorfall`,
    news: 'Es gibt Neues zu einem vertraulichen Vorfall. Einzelheiten stehen nur in Quarterdeck.',
  },
  acts: {
    acknowledge: 'Bestätigen',
    cannot: 'Ich kann nicht',
    openIn: 'In Quarterdeck öffnen',
    open: 'Öffnen',
    openRoom: 'Raum öffnen',
  },
  reply: 'Antwort 1: bestätigen, 2: ablehnen.',
  voice: {
    intro: 'Hier ist Quarterdeck.',
    incident: ({ number }) => `Vorfall ${number}`,
    press: 'Zum Bestätigen die 1 drücken, zum Ablehnen die 2.',
    noKey: 'Es wurde keine Taste gedrückt. Auf Wiederhören.',
    unclear: 'Das war weder 1 noch 2.',
  },
  answered: {
    acknowledged: 'Bestätigt. Niemand sonst wird alarmiert.',
    declined: 'Notiert. Die Nächsten werden alarmiert.',
    none: 'Kein Alarm wartet auf eine Antwort von dieser Nummer.',
    used: 'Dieser Link wurde schon benutzt.',
    expired: 'Dieser Link ist zu alt. Zum Antworten bitte anmelden.',
    over: 'Auf diesen Alarm muss niemand mehr antworten.',
  },
  link: {
    paged: ({ name, when }) => `${name} wurde um ${when} alarmiert`,
    explains: 'Nach dem Bestätigen wird niemand sonst alarmiert. Nach dem Ablehnen sofort, wer als Nächstes dran ist.',
    acknowledged:
      'Bestätigt: Niemand sonst wird alarmiert. Im Raum steht, was bekannt ist; dort lässt sich die Einsatzleitung übernehmen.',
    byOther: ({ name }) => `${name} hat bestätigt: Es ist keine Antwort mehr nötig.`,
    declined: 'Abgelehnt: Alarmiert wird, wer als Nächstes dran ist.',
  },
  pushed: { acknowledged: 'Bestätigt: Niemand sonst wird alarmiert' },
  code: {
    title: 'Quarterdeck: Gehört diese Adresse dazu?',
    body: ({ code, minutes: valid }) =>
      `Der Code lautet ${code}. Er gilt ${valid} Minuten. Wer ihn nicht angefordert hat, muss nichts tun.`,
  },
  test: {
    title: 'Ein Test von Quarterdeck',
    body: ({ name }) =>
      `${name}, auf diesem Weg meldet sich Quarterdeck. Es ist nichts passiert, und es ist nichts zu tun.`,
  },
  outage: {
    title: 'Quarterdeck: Alarme kommen vielleicht nicht an',
    silent: {
      timers: 'Die Uhren, nach denen alarmiert wird, stehen still.',
      pages: 'Ein Probealarm, der den Weg aller Alarme nahm, kam nicht zurück.',
      database: 'Die Datenbank antwortet nicht.',
    },
    body: ({ why, when }) =>
      `${why} Das letzte Zeichen, dass Alarme ankommen, kam um ${when}. Bis zur Entwarnung alle selbst anrufen: Alarme erreichen vielleicht niemanden.`,
    backTitle: 'Quarterdeck: Alarme kommen wieder an',
    back: ({ span, when }) =>
      `Die Störung dauerte ${span}, seit ${when}. Unter Settings, Channels, steht, was inzwischen aufgegeben wurde.`,
  },
  gone: {
    title: ({ way }) => `Über ${way} kommt nichts mehr an`,
    browser: 'Dieser Browser nimmt keine Nachrichten mehr an: dort unter Settings, Notifications, neu einschalten.',
    address:
      'Der Empfänger sagt, dass es die Adresse nicht mehr gibt: unter Settings, Notifications, ersetzen oder entfernen.',
  },
  rota: {
    title: ({ schedule }) => `Bereitschaft in ${schedule}`,
    soon: ({ when }) => `Die Schicht beginnt bald: ${when}.`,
    offered: ({ offerer, shift, back, note }) =>
      `${offerer} bietet eine Schicht an: ${shift}.${back ? ` Im Tausch gegen die Schicht ${back}.` : ''}${note ? ` ${note}` : ''}`,
    taken: ({ by, shift, back }) =>
      `${by} übernimmt die Schicht: ${shift}.${back ? ` Im Tausch gegen die Schicht ${back}.` : ''}`,
    declined: ({ by, shift }) => `${by} kann die Schicht nicht übernehmen: ${shift}. Sie bleibt, wie sie war.`,
  },
};

const ended: Record<Ending, string> = {
  'call-owners': 'Administratoren und Teamleitungen werden alarmiert',
  'call-everyone': 'alle werden alarmiert',
  'tell-owners': 'Administratoren und Teamleitungen wissen Bescheid',
};
