import { type Ending, usualEnding } from '../escalation/escalation-policy';
import { type RoleRef, commanderKey } from '../incident/incident';
import { listIn, minutesIn } from './grammar';
import { type OutwardFact, type Texts } from './texts';

const severity = { Critical: 'Critique', High: 'Élevée', Medium: 'Moyenne', Low: 'Faible' } as const;
const list = listIn('fr');
const minutes = minutesIn('fr');
const late = (ms: number) => (ms > 0 ? ` (constaté avec ${minutes(ms)} de retard, car Quarterdeck était arrêté)` : '');
const because = (reason: string | null) => (reason ? `\u00A0: ${reason}` : '.');
const role = ({ key, name }: RoleRef) => (key === commanderKey ? 'le commandement' : `le rôle «\u00A0${name}\u00A0»`);

function happened(fact: OutwardFact): string {
  const who = fact.actor.name;
  switch (fact.kind) {
    case 'incident.declared': {
      const { title, severity: level, severityUnsure } = fact.data;
      return `${who} a déclaré «\u00A0${title}\u00A0», gravité ${severity[level]}${severityUnsure ? ' (à confirmer)' : ''}.`;
    }
    case 'severity.changed': {
      const { from, to, reason } = fact.data;
      if (from === to) return `${who} a confirmé la gravité, ${severity[to]}${because(reason)}`;
      return `${who} a changé la gravité de ${severity[from]} à ${severity[to]}${because(reason)}`;
    }
    case 'services.changed': {
      const { added, removed } = fact.data;
      const parts = [
        ...(added.length > 0 ? [`ajouté ${list(added.map(({ name }) => name))}`] : []),
        ...(removed.length > 0 ? [`retiré ${list(removed.map(({ name }) => name))}`] : []),
      ];
      return `${who} a ${list(parts)}.`;
    }
    case 'access.changed': {
      if (!fact.data.private) return `${who} a ouvert l’incident à tous.`;
      const readers = list(fact.data.visibleTo.map(({ name }) => name)) || 'les administrateurs';
      return `${who} a rendu l’incident confidentiel, visible pour ${readers}.`;
    }
    case 'role.assigned':
      return `${who} a confié à ${fact.data.person.name} ${role(fact.data.role)}.`;
    case 'role.relieved':
      return `${fact.data.to.name} a relevé ${fact.data.from.name} pour ${role(fact.data.role)}${because(fact.data.reason)}`;
    case 'subteam.formed': {
      const { name, lead, members } = fact.data;
      const others = members.length > 0 ? `, avec ${list(members.map((member) => member.name))}` : '';
      return `${who} a formé l’équipe «\u00A0${name}\u00A0», dirigée par ${lead.name}${others}.`;
    }
    case 'subteam.changed': {
      const { name, lead, former, added, removed } = fact.data;
      const moves = [
        ...(added.length > 0 ? [`y a fait entrer ${list(added.map((person) => person.name))}`] : []),
        ...(removed.length > 0 ? [`en a retiré ${list(removed.map((person) => person.name))}`] : []),
        ...(lead.id === former.id ? [] : [`en a confié la direction à ${lead.name}`]),
      ];
      return `Équipe «\u00A0${name}\u00A0»\u00A0: ${who} ${list(moves)}.`;
    }
    case 'task.assigned': {
      const { title, assignee, boxMinutes } = fact.data;
      return `${who} a demandé à ${assignee.name}\u00A0: ${title} (${boxMinutes} min).`;
    }
    case 'task.reassigned': {
      const { title, from, to, boxMinutes } = fact.data;
      return `${who} a transféré «\u00A0${title}\u00A0» de ${from.name} à ${to.name} (${boxMinutes} min).`;
    }
    case 'task.came-back':
      return `«\u00A0${fact.data.title}\u00A0» revient\u00A0: le temps de ${fact.data.assignee.name} est écoulé${late(fact.data.lateMs)}.`;
    case 'handover.offered':
      return `${fact.data.from.name} propose à ${fact.data.to.name} ${role(fact.data.role)}.`;
    case 'cadence.overdue':
      return `Le point de situation a ${minutes(fact.data.lateMs)} de retard\u00A0; ${told[fact.data.level]}.`;
    case 'command.overdue':
      return `Personne n’a pris le commandement dans le délai prévu${late(fact.data.lateMs)}.`;
    case 'commander.away':
      return `${fact.data.person.name}, au commandement, a quitté la salle. N’importe qui peut prendre la relève.`;
    case 'page.offered-on':
      return `La garde de ${fact.data.from.name} est finie\u00A0: l’alerte est proposée à ${list(fact.data.to.map(({ name }) => name))}.`;
    case 'page.unanswered':
      return `Tout le monde a été alerté et personne n’a confirmé\u00A0: ${ended[fact.data.ending ?? usualEnding]}.`;
    case 'vendor.chase-due': {
      const { vendor, ticket, lateMs } = fact.data;
      return `${vendor.name} n’a pas répondu${ticket === null ? '' : ` (ticket ${ticket})`}\u00A0: à relancer${late(lateMs)}.`;
    }
    case 'help.asked':
      return `${who} demande de l’aide\u00A0: ${fact.data.reason}`;
    default:
      return fact satisfies never;
  }
}

const told = {
  nudge: 'un rappel est envoyé à qui le doit',
  room: 'toute la salle et les responsables du service sont prévenus',
  unowned: 'les administrateurs et les responsables du service sont prévenus',
} as const;

export const french: Texts = {
  severity,
  happened,
  page: {
    asks: 'Alerte\u00A0: merci de confirmer ou de refuser.',
    unanswered:
      'Personne n’a répondu à l’alerte\u00A0: merci d’ouvrir l’incident et de la prendre, ou d’appeler quelqu’un.',
    services: ({ names }) => `Services\u00A0: ${names.join(', ')}.`,
    since: ({ when }) => `Depuis ${when}.`,
  },
  secret: {
    title: ({ number }) => `INC-${number}\u00A0: un incident confidentiel`,
    news: 'Du nouveau sur un incident confidentiel. Les détails ne sont donnés que dans Quarterdeck.',
  },
  acts: {
    acknowledge: 'Confirmer',
    cannot: 'Je ne peux pas',
    openIn: 'Ouvrir dans Quarterdeck',
    open: 'Ouvrir',
    openRoom: 'Ouvrir la salle',
  },
  reply: 'Répondre 1 pour confirmer, 2 pour refuser.',
  voice: {
    intro: 'Ici Quarterdeck.',
    incident: ({ number }) => `Incident ${number}`,
    press: 'Pour confirmer, appuyez sur 1. Pour refuser, appuyez sur 2.',
    noKey: 'Aucune touche n’a été pressée. Au revoir.',
    unclear: 'Ce n’était ni 1 ni 2.',
  },
  answered: {
    acknowledged: 'Confirmé. Personne d’autre n’est alerté.',
    declined: 'C’est noté. Les suivants sont alertés.',
    none: 'Aucune alerte n’attend de réponse de ce numéro.',
    used: 'Ce lien a déjà servi.',
    expired: 'Ce lien est trop ancien. Pour répondre, merci de vous connecter.',
    over: 'Plus personne n’a besoin de répondre à cette alerte.',
  },
  link: {
    paged: ({ name, when }) => `Alerte envoyée à ${name} à ${when}`,
    explains:
      'Après confirmation, personne d’autre n’est alerté. En cas de refus, la personne suivante l’est aussitôt.',
    acknowledged:
      'Confirmé\u00A0: personne d’autre n’est alerté. La salle montre ce que l’on sait et permet de prendre le commandement.',
    byOther: ({ name }) => `${name} a confirmé\u00A0: aucune réponse n’est plus nécessaire.`,
    declined: 'Refusé\u00A0: la personne suivante est alertée.',
  },
  pushed: { acknowledged: 'Confirmé\u00A0: personne d’autre n’est alerté' },
  code: {
    title: 'Quarterdeck\u00A0: est-ce bien à vous\u00A0?',
    body: ({ code, minutes: valid }) =>
      `Le code est ${code}. Il est valable ${valid} minutes. Si vous ne l’avez pas demandé, ne faites rien.`,
  },
  test: {
    title: 'Un test de Quarterdeck',
    body: ({ name }) =>
      `${name}, c’est par ici que Quarterdeck vous joint. Rien ne s’est passé et il n’y a rien à faire.`,
  },
  outage: {
    title: 'Quarterdeck\u00A0: les alertes n’arrivent peut-être pas',
    silent: {
      timers: 'Les minuteries qui déclenchent les alertes sont arrêtées.',
      pages: 'Une alerte d’essai, envoyée par le chemin de toutes les alertes, n’est pas revenue.',
      database: 'La base de données ne répond pas.',
    },
    body: ({ why, when }) =>
      `${why} Le dernier signe que les alertes arrivent date de ${when}. Elles ne touchent peut-être personne\u00A0: appelez vous-mêmes, jusqu’à l’annonce du retour à la normale.`,
    backTitle: 'Quarterdeck\u00A0: les alertes arrivent de nouveau',
    back: ({ span, when }) =>
      `La panne a duré ${span}, depuis ${when}. Settings, Channels, montre ce qui a été abandonné entre-temps.`,
  },
  gone: {
    title: ({ way }) => `Plus rien n’arrive par ${way}`,
    browser: 'Ce navigateur ne prend plus de messages\u00A0: à réactiver sur place, sous Settings, Notifications.',
    address:
      'Le destinataire dit que l’adresse n’existe plus\u00A0: à retirer ou à remplacer, sous Settings, Notifications.',
  },
  rota: {
    title: ({ schedule }) => `De garde pour ${schedule}`,
    soon: ({ when }) => `La garde commence bientôt\u00A0: ${when}.`,
    offered: ({ offerer, shift, back, note }) =>
      `${offerer} propose une garde\u00A0: ${shift}.${back ? ` En échange de la garde ${back}.` : ''}${note ? ` ${note}` : ''}`,
    taken: ({ by, shift, back }) =>
      `${by} prend la garde\u00A0: ${shift}.${back ? ` En échange de la garde ${back}.` : ''}`,
    declined: ({ by, shift }) => `${by} ne peut pas prendre la garde\u00A0: ${shift}. Rien ne change.`,
  },
};

const ended: Record<Ending, string> = {
  'call-owners': 'les administrateurs et les responsables sont alertés',
  'call-everyone': 'chacun est alerté',
  'tell-owners': 'les administrateurs et les responsables sont prévenus',
};
