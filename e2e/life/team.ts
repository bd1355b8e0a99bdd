import { type Page } from '@playwright/test';
import { type Machine } from '../fixtures/company';
import { type AppServer } from '../fixtures/server';

/** Ada leads the company, Bea and Cy work on the incident, Di only looks at the board until she is asked. */
export interface Crew {
  app: AppServer;
  clock: Pick<AppServer, 'advance' | 'reach'>;
  robot: Machine;
  ada: Page;
  bea: Page;
  cy: Page;
  di: Page;
}

/** Who of Bea and Cy took command, and who came too late. */
export interface Command {
  boss: Page;
  mate: Page;
  bossName: string;
  mateName: string;
}

export type Team = Crew & Command;
