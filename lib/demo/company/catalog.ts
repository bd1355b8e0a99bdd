import { type Who } from './people';

interface SampleTeam {
  name: string;
  description: string;
  leads: Who[];
  members: Who[];
}

interface SampleService {
  name: string;
  tier: 1 | 2 | 3 | 4;
  team: string;
  description: string;
  needs: string[];
}

/** Millrace hosts code for small teams: repositories, reviews, builds and pages. */
export const teams: SampleTeam[] = [
  {
    name: 'Platform',
    description: 'Databases, queues, storage and the ground all else stands on.',
    leads: ['ada'],
    members: ['cyrus', 'dilnoza', 'emre'],
  },
  {
    name: 'Code',
    description: 'Repositories, reviews, issues and search: what people open Millrace for.',
    leads: ['bea'],
    members: ['fatima', 'hugo'],
  },
  {
    name: 'Builds',
    description: 'Runners, packages and pages.',
    leads: ['gwen'],
    members: ['lars', 'kaori'],
  },
  {
    name: 'Accounts',
    description: 'Signing in, plans and invoices.',
    leads: ['ines'],
    members: ['jonah'],
  },
  {
    name: 'Support',
    description: 'Speaks with customers, and for them.',
    leads: ['kaori'],
    members: ['mina', 'noor'],
  },
];

/** Named before whatever needs them. */
export const services: SampleService[] = [
  {
    name: 'Main database',
    tier: 1,
    team: 'Platform',
    description: 'Postgres, one primary and one replica: accounts, projects, issues, reviews.',
    needs: [],
  },
  {
    name: 'Job queue',
    tier: 2,
    team: 'Platform',
    description: 'Work done in the background.',
    needs: ['Main database'],
  },
  { name: 'Object storage', tier: 2, team: 'Platform', description: 'Uploads, artefacts and backups.', needs: [] },
  {
    name: 'Git storage',
    tier: 1,
    team: 'Code',
    description: 'Where repositories lie; answers push, pull and clone.',
    needs: ['Object storage'],
  },
  {
    name: 'Sign-in',
    tier: 1,
    team: 'Accounts',
    description: 'Passwords, passkeys and company log-ins.',
    needs: ['Main database'],
  },
  {
    name: 'Web app',
    tier: 1,
    team: 'Code',
    description: 'Projects, issues and reviews in the browser.',
    needs: ['Main database', 'Git storage', 'Sign-in', 'Job queue'],
  },
  {
    name: 'API',
    tier: 1,
    team: 'Code',
    description: 'The same for programs.',
    needs: ['Main database', 'Git storage', 'Sign-in'],
  },
  {
    name: 'Search',
    tier: 3,
    team: 'Code',
    description: 'Finds code and issues.',
    needs: ['Main database', 'Job queue'],
  },
  {
    name: 'Build runners',
    tier: 2,
    team: 'Builds',
    description: 'Run people’s pipelines.',
    needs: ['API', 'Job queue', 'Object storage'],
  },
  {
    name: 'Package registry',
    tier: 2,
    team: 'Builds',
    description: 'Packages and container images.',
    needs: ['Object storage', 'Sign-in'],
  },
  {
    name: 'Pages',
    tier: 3,
    team: 'Builds',
    description: 'Static sites straight from a repository.',
    needs: ['Object storage', 'Build runners'],
  },
  {
    name: 'Webhooks and mail',
    tier: 2,
    team: 'Platform',
    description: 'Tells people and other systems what happened.',
    needs: ['Job queue'],
  },
  {
    name: 'Billing',
    tier: 2,
    team: 'Accounts',
    description: 'Plans, cards and invoices.',
    needs: ['Main database', 'Sign-in'],
  },
];

/** Where people at Millrace look further when a service misbehaves. */
export function linksOf(service: string): { name: string; url: string }[] {
  const page = encodeURIComponent(service.toLowerCase().replaceAll(' ', '-'));
  return [
    { name: 'Dashboard', url: `https://graphs.millrace.example/d/${page}` },
    { name: 'Logs', url: `https://logs.millrace.example/${page}` },
  ];
}

/** Whom Millrace itself stands on, and how to reach them. */
export const vendors = [
  {
    name: 'Northcloud',
    description: 'Machines, disks and the network between them.',
    contract: 'Business: answers in 30 minutes at any hour',
    account: 'NC-204417',
    phone: '+49 30 5550 120',
    portal: 'https://support.northcloud.example',
    statusPage: 'https://status.northcloud.example',
    contacts: [
      { name: 'Duty engineer', phone: '+49 30 5550 121' },
      { name: 'Petra Vogel, account manager', phone: '+49 151 5550 122', email: 'petra.vogel@northcloud.example' },
    ],
    services: ['Main database', 'Object storage', 'Build runners'],
  },
  {
    name: 'Cardwell',
    description: 'Takes cards for plans and invoices.',
    contract: 'Standard: answers on working days',
    account: 'millrace-eu',
    email: 'support@cardwell.example',
    statusPage: 'https://status.cardwell.example',
    contacts: [{ name: 'Merchant desk', phone: '+44 20 5550 9001', email: 'desk@cardwell.example' }],
    services: ['Billing'],
  },
  {
    name: 'Postbote',
    description: 'Delivers the mail that Millrace sends.',
    contract: 'Pro: answers in 4 hours',
    account: 'millrace',
    portal: 'https://app.postbote.example/tickets',
    contacts: [],
    services: ['Webhooks and mail'],
  },
];
