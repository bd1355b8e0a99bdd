import { type Ending, usualEnding } from '../escalation/escalation-policy';
import { type RoleRef, commanderKey } from '../incident/incident';
import { listIn, minutesIn } from './grammar';
import { type OutwardFact, type Texts } from './texts';

const severity = { Critical: 'Crítica', High: 'Alta', Medium: 'Media', Low: 'Baja' } as const;
const list = listIn('es');
const minutes = minutesIn('es');
const late = (ms: number) => (ms > 0 ? ` (visto con ${minutes(ms)} de retraso, porque Quarterdeck estaba parado)` : '');
const because = (reason: string | null) => (reason ? `: ${reason}` : '.');
const role = ({ key, name }: RoleRef) => (key === commanderKey ? 'el mando' : `el papel «${name}»`);

function happened(fact: OutwardFact): string {
  const who = fact.actor.name;
  switch (fact.kind) {
    case 'incident.declared': {
      const { title, severity: level, severityUnsure } = fact.data;
      return `${who} declaró «${title}», gravedad ${severity[level]}${severityUnsure ? ' (por confirmar)' : ''}.`;
    }
    case 'severity.changed': {
      const { from, to, reason } = fact.data;
      if (from === to) return `${who} confirmó la gravedad, ${severity[to]}${because(reason)}`;
      return `${who} cambió la gravedad de ${severity[from]} a ${severity[to]}${because(reason)}`;
    }
    case 'services.changed': {
      const { added, removed } = fact.data;
      const parts = [
        ...(added.length > 0 ? [`añadió ${list(added.map(({ name }) => name))}`] : []),
        ...(removed.length > 0 ? [`quitó ${list(removed.map(({ name }) => name))}`] : []),
      ];
      return `${who} ${list(parts)}.`;
    }
    case 'access.changed': {
      if (!fact.data.private) return `${who} abrió el incidente a todos.`;
      const readers = list(fact.data.visibleTo.map(({ name }) => name)) || 'los administradores';
      return `${who} hizo confidencial el incidente, visible para ${readers}.`;
    }
    case 'role.assigned':
      return `${who} dio a ${fact.data.person.name} ${role(fact.data.role)}.`;
    case 'role.relieved':
      return `${fact.data.to.name} relevó a ${fact.data.from.name} en ${role(fact.data.role)}${because(fact.data.reason)}`;
    case 'subteam.formed': {
      const { name, lead, members } = fact.data;
      const others = members.length > 0 ? `, con ${list(members.map((member) => member.name))}` : '';
      return `${who} formó el equipo «${name}», que dirige ${lead.name}${others}.`;
    }
    case 'subteam.changed': {
      const { name, lead, former, added, removed } = fact.data;
      const moves = [
        ...(added.length > 0 ? [`incorporó a ${list(added.map((person) => person.name))}`] : []),
        ...(removed.length > 0 ? [`sacó a ${list(removed.map((person) => person.name))}`] : []),
        ...(lead.id === former.id ? [] : [`dio la dirección a ${lead.name}`]),
      ];
      return `Equipo «${name}»: ${who} ${list(moves)}.`;
    }
    case 'task.assigned': {
      const { title, assignee, boxMinutes } = fact.data;
      return `${who} pidió a ${assignee.name}: ${title} (${boxMinutes} min).`;
    }
    case 'task.reassigned': {
      const { title, from, to, boxMinutes } = fact.data;
      return `${who} pasó «${title}» de ${from.name} a ${to.name} (${boxMinutes} min).`;
    }
    case 'task.came-back':
      return `«${fact.data.title}» vuelve: se acabó el tiempo de ${fact.data.assignee.name}${late(fact.data.lateMs)}.`;
    case 'handover.offered':
      return `${fact.data.from.name} ofrece a ${fact.data.to.name} ${role(fact.data.role)}.`;
    case 'cadence.overdue':
      return `El informe de situación lleva ${minutes(fact.data.lateMs)} de retraso; ${told[fact.data.level]}.`;
    case 'command.overdue':
      return `Nadie tomó el mando dentro del tiempo de respuesta${late(fact.data.lateMs)}.`;
    case 'commander.away':
      return `${fact.data.person.name}, al mando, ha salido de la sala. Cualquiera puede tomar el relevo.`;
    case 'page.offered-on':
      return `La guardia de ${fact.data.from.name} ha terminado: el aviso se ofrece a ${list(fact.data.to.map(({ name }) => name))}.`;
    case 'page.unanswered':
      return `Se avisó a todos y nadie confirmó: ${ended[fact.data.ending ?? usualEnding]}.`;
    case 'vendor.chase-due': {
      const { vendor, ticket, lateMs } = fact.data;
      return `${vendor.name} no ha respondido${ticket === null ? '' : ` (ticket ${ticket})`}: hay que insistir${late(lateMs)}.`;
    }
    case 'help.asked':
      return `${who} pide ayuda: ${fact.data.reason}`;
    default:
      return fact satisfies never;
  }
}

const told = {
  nudge: 'se recordó a quien lo debe',
  room: 'toda la sala y los responsables del servicio están informados',
  unowned: 'los administradores y los responsables del servicio están informados',
} as const;

export const spanish: Texts = {
  severity,
  happened,
  page: {
    asks: 'Aviso urgente: confirmar o rechazar, por favor.',
    unanswered: 'Nadie respondió al aviso: abrir el incidente y asumirlo, o llamar a alguien, por favor.',
    services: ({ names }) => `Servicios: ${names.join(', ')}.`,
    since: ({ when }) => `Desde ${when}.`,
  },
  secret: {
    title: ({ number }) => `INC-${number}: un incidente confidencial`,
    news: 'Hay novedades en un incidente confidencial. Los detalles solo están en Quarterdeck.',
  },
  acts: {
    acknowledge: 'Confirmar',
    cannot: 'No puedo',
    openIn: 'Abrir en Quarterdeck',
    open: 'Abrir',
    openRoom: 'Abrir la sala',
  },
  reply: 'Responder 1 para confirmar, 2 para rechazar.',
  voice: {
    intro: 'Esto es Quarterdeck.',
    incident: ({ number }) => `Incidente ${number}`,
    press: 'Para confirmar, pulse 1. Para rechazar, pulse 2.',
    noKey: 'No se ha pulsado ninguna tecla. Adiós.',
    unclear: 'Eso no era ni 1 ni 2.',
  },
  answered: {
    acknowledged: 'Confirmado. No se avisa a nadie más.',
    declined: 'Anotado. Se avisa a los siguientes.',
    none: 'Ningún aviso espera respuesta de este número.',
    used: 'Este enlace ya se usó.',
    expired: 'Este enlace es demasiado antiguo. Para responder hay que iniciar sesión.',
    over: 'Ya nadie tiene que responder a este aviso.',
  },
  link: {
    paged: ({ name, when }) => `Aviso enviado a ${name} a las ${when}`,
    explains: 'Al confirmar, no se avisa a nadie más. Al rechazar, se avisa enseguida a quien sigue.',
    acknowledged:
      'Confirmado: no se avisa a nadie más. En la sala está lo que se sabe, y allí se puede tomar el mando.',
    byOther: ({ name }) => `${name} ha confirmado: ya no hace falta responder.`,
    declined: 'Rechazado: se avisa a quien sigue.',
  },
  pushed: { acknowledged: 'Confirmado: no se avisa a nadie más' },
  code: {
    title: 'Quarterdeck: ¿es suyo?',
    body: ({ code, minutes: valid }) =>
      `El código es ${code}. Vale durante ${valid} minutos. Si no lo ha pedido, no haga nada.`,
  },
  test: {
    title: 'Una prueba de Quarterdeck',
    body: ({ name }) => `${name}, por aquí le llega Quarterdeck. No ha pasado nada y no hay nada que hacer.`,
  },
  outage: {
    title: 'Quarterdeck: puede que los avisos no lleguen',
    silent: {
      timers: 'Los temporizadores que avisan se han parado.',
      pages: 'Un aviso de prueba, enviado por el camino de todos los avisos, no ha vuelto.',
      database: 'La base de datos no responde.',
    },
    body: ({ why, when }) =>
      `${why} La última señal de que los avisos llegan es de las ${when}. Puede que no lleguen a nadie: hay que llamar en persona hasta que se comunique que vuelven a llegar.`,
    backTitle: 'Quarterdeck: los avisos vuelven a llegar',
    back: ({ span, when }) =>
      `El fallo duró ${span}, desde ${when}. En Settings, Channels, está lo que se dio por perdido entretanto.`,
  },
  gone: {
    title: ({ way }) => `Ya no llega nada por ${way}`,
    browser: 'Este navegador ya no recibe mensajes: hay que volver a activarlo allí, en Settings, Notifications.',
    address:
      'El destinatario dice que la dirección ya no existe: hay que quitarla o dar otra, en Settings, Notifications.',
  },
  rota: {
    title: ({ schedule }) => `De guardia en ${schedule}`,
    soon: ({ when }) => `La guardia empieza pronto: ${when}.`,
    offered: ({ offerer, shift, back, note }) =>
      `${offerer} ofrece una guardia: ${shift}.${back ? ` A cambio de la guardia ${back}.` : ''}${note ? ` ${note}` : ''}`,
    taken: ({ by, shift, back }) =>
      `${by} se queda con la guardia: ${shift}.${back ? ` A cambio de la guardia ${back}.` : ''}`,
    declined: ({ by, shift }) => `${by} no puede quedarse con la guardia: ${shift}. Sigue como estaba.`,
  },
};

const ended: Record<Ending, string> = {
  'call-owners': 'se llama a los administradores y responsables',
  'call-everyone': 'se llama a todo el mundo',
  'tell-owners': 'los administradores y responsables están informados',
};
