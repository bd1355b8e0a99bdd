import { describe, expect, it } from 'vitest';
import { judgeFile } from '@/lib/core/catalog-file/judge';
import { readFile } from './read';
import { nothing } from './testing/nothing';

/** What is wrong with a text, as somebody reads it who wrote it. */
function faultsOf(text: string, people: string[] = ['ada@example.com']): string[] {
  const read = readFile(text);
  const faults = 'faults' in read ? read.faults : judgeFile(read.file, nothing, new Set(people)).map(read.place);
  return faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('says where and what is wrong', () => {
  it.each([
    [
      'an unknown key',
      'version: 1\nteams:\n  - name: Money\n    colour: red\n',
      ['4:5 colour: Nobody knows of this key.'],
    ],
    ['a section that is none', 'version: 1\nfoo: []\n', ['2:1 foo: Nobody knows of this key.']],
    ['a missing key', 'version: 1\nteams:\n  - description: x\n', ['3:5 name: This is needed.']],
    ['a wrong type', 'version: 1\nservices:\n  - name: Shop\n    tier: one\n', ['4:11 tier: This must be a number.']],
    ['text for a list', 'version: 1\nteams: Money\n', ['2:8 teams: This must be a list.']],
    ['another version', 'version: 7\n', ['1:10 version: This must be one of: 1.']],
    ['nothing at all', '', ['1:1 version: This must be one of: 1.']],
    [
      'a person nobody knows',
      'version: 1\nteams:\n  - name: Money\n    members:\n      - ada@example.com\n      - bob@example.com\n',
      ['6:9 members: There is nobody with the e-mail address bob@example.com.'],
    ],
    [
      'a name twice, however written',
      'version: 1\nteams:\n  - name: Money\n  - name: money\n',
      ['4:11 name: There are two teams called money.'],
    ],
    [
      'a circle',
      'version: 1\nservices:\n  - { name: Shop, tier: 1, dependencies: [Till] }\n  - { name: Till, tier: 1, dependencies: [Shop] }\n',
      ['3:28 dependencies: That closes a circle: Shop → Till → Shop. Remove one of these first.'],
    ],
    [
      'names of nothing',
      'version: 1\nservices:\n  - name: Shop\n    tier: 1\n    team: Money\n    policy: Night\n    primary: { schedule: Rota }\n',
      [
        '5:11 team: There is no team called Money.',
        '6:13 policy: There is no escalation policy called Night.',
        '7:26 schedule: There is no schedule called Rota.',
      ],
    ],
    [
      'a target that is none',
      'version: 1\nescalationPolicies:\n  - name: Night\n    steps:\n      - waitMinutes: 5\n        targets: [{ robot: R2 }]\n',
      [
        '6:19 targets: Write one of these: person: ada@example.com, schedule: Payments, team: Money, administrators, everyone.',
      ],
    ],
    ['a key twice', 'version: 1\nprune: true\nprune: false\n', ['3:1 This key stands here twice.']],
    ['a tab', 'version: 1\nteams:\n\t- name: Money\n', ['3:1 Indent with spaces, not with tabs.']],
    ['two documents', 'version: 1\n---\nversion: 1\n', ['2:1 The file holds more than one document.']],
    ['a reference to nothing', 'version: 1\nteams: *gone\n', [expect.stringMatching(/^[12]:\d+ /u)]],
  ])('%s', (_why, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    [
      'nested in one line',
      `version: 1\nteams: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '2:28 This is nested too deeply.',
    ],
    ['nested by dashes', `version: 1\nteams: x\n${'- '.repeat(20_000)}`, '3:41 This is nested too deeply.'],
    [
      'nested over thousands of lines',
      `version: 1\n${Array.from({ length: 1_400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}`,
      '103:1 This is nested too deeply.',
    ],
    [
      'full of references',
      `version: 1\n${Array.from({ length: 50_000 }, (_, at) => `a${at}: &a${at} x`).join('\n')}`,
      '202:7 There are more than 200 references (& and *) in this file.',
    ],
  ])('does not go into what is %s', (_what, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it('tells keys that stand twice among thousands, wherever they are', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: {a: 1, a: 2}`);
    expect(faultsOf(['version: 1', ...keys, 'k7: x'].join('\n')).slice(0, 2)).toEqual([
      '20002:1 This key stands here twice.',
      '2:12 This key stands here twice.',
    ]);
  });

  it('takes brackets in a text for what they are', () => {
    const description = '['.repeat(200);
    const text = `version: 1\nteams:\n  - name: Money\n    description: "${description}"\n`;
    expect(faultsOf(text)).toEqual([]);
  });

  it('refuses references that grow without end', () => {
    const letters = [...'abcdefgh'];
    const lines = letters.map((letter, at) => {
      const before = letters[at - 1];
      return `${letter}: &${letter} [${Array.from({ length: 9 }, () => (before ? `*${before}` : 'x')).join(', ')}]`;
    });
    expect(faultsOf(lines.join('\n'))).toHaveLength(1);
  });
});
