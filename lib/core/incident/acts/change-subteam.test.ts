import { beforeEach, describe, expect, it } from 'vitest';
import { Story } from '../sample';
import { sentenceOf } from '../sentence';
import { isRefusal } from '../../refusal';

let story: Story;
const idOf = (name: string) => story.incident.subteams.find((team) => team.name === name)?.id ?? '';
const whoIn = (name: string) => {
  const team = story.incident.subteams.find((each) => each.name === name);
  return team && { lead: team.lead.name, members: team.members.map((member) => member.name) };
};
function said(facts: ReturnType<Story['act']>): string {
  const [fact] = isRefusal(facts) ? [] : facts;
  return fact ? sentenceOf(fact) : 'nothing';
}

beforeEach(() => {
  story = new Story();
  story.act('ada', 'form-subteam', { name: 'Database', lead: 'bea', members: ['cy'] });
  story.act('ada', 'form-subteam', { name: 'Front', lead: 'di', members: ['ada'] });
});

describe('changing a sub-team', () => {
  it('moves people from one to the other: nobody is in two', () => {
    const facts = story.act('ada', 'change-subteam', { id: idOf('Front'), add: ['cy'], remove: ['ada'] });
    expect(said(facts)).toBe('Ada moved Cy into and took Ada out of “Front”.');
    expect(whoIn('Front')).toEqual({ lead: 'Di', members: ['Cy'] });
    expect(whoIn('Database')).toEqual({ lead: 'Bea', members: [] });
  });

  it('gives it another lead; the former one is out of it unless added', () => {
    expect(said(story.act('ada', 'change-subteam', { id: idOf('Database'), lead: 'cy', add: ['bea'] }))).toBe(
      'Ada moved Bea into and made Cy the lead of “Database”.',
    );
    expect(whoIn('Database')).toEqual({ lead: 'Cy', members: ['Bea'] });
  });

  it('tells whoever was slower, and does nothing when all is so already', () => {
    const id = idOf('Database');
    expect(story.act('ada', 'change-subteam', { id, add: ['cy', 'bea'] })).toEqual([]);
    story.act('ada', 'change-subteam', { id, lead: 'cy', from: 'bea' });
    expect(story.act('di', 'change-subteam', { id, lead: 'di', from: 'bea' })).toMatchObject({
      refusal: 'changed-meanwhile',
    });
    story.act('ada', 'dissolve-subteam', { id });
    expect(story.act('di', 'change-subteam', { id, add: ['di'] })).toMatchObject({ refusal: 'changed-meanwhile' });
  });

  it('loses whoever leaves, and keeps its lead', () => {
    story.act('bea', 'join', {});
    story.act('cy', 'join', {});
    story.act('cy', 'leave', {});
    expect(whoIn('Database')).toEqual({ lead: 'Bea', members: [] });
    expect(story.act('bea', 'leave', {})).toMatchObject({
      refusal: 'conflict',
      message: 'You lead “Database”. Give it another lead before you leave.',
    });
  });
});
