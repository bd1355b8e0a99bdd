// GitLab.com's database outage of 31 January 2017, after its public postmortem and incident notes: their facts and times, our
// words, and the people of Millrace. A day is told in two hours; the times of that day stand in brackets, in UTC.
import { type Story } from '../story';
import { loss } from './gitlab-2017/loss';
import { overload } from './gitlab-2017/overload';
import { restore } from './gitlab-2017/restore';

export const gitlab2017: Story = {
  declaredBy: 'hugo',
  startedMinutesBefore: 12,
  declaration: {
    title: 'Comments cannot be posted; the database is overloaded',
    severity: 'High',
    services: ['Main database', 'Web app', 'API'],
    summary:
      'A replay of the public record of GitLab.com’s database outage of 31 January 2017, in our words and with the people of Millrace. Times in brackets are those of that day, in UTC; a day is told in two hours.',
  },
  steps: [...overload, ...loss, ...restore],
};
