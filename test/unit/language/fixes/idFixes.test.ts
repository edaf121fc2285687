import assert from 'node:assert/strict';
import { proofOf } from '../../trace/fixtures';
import { fixing, saysOf } from './fixing';

interface Case {
  readonly what: string;
  readonly path?: string;
  readonly before: string;
  readonly fix: string;
  readonly after: string;
  /** What may still be wrong afterwards. */
  readonly left?: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'an unknown id',
    before: '// @segur SC.SSI/GEN.1│7, SC.SSI/IE.35 - note\nf();\n',
    fix: 'Change to SC.SSI/GEN.18',
    after: '// @segur SC.SSI/GEN.18, SC.SSI/IE.35 - note\nf();\n',
  },
  {
    what: 'an unknown id with a revision',
    before: '# @segur SC.SSI/GEN.1│7~2026\nf()\n',
    path: 'a.py',
    fix: 'Change to SC.SSI/GEN.18',
    after: '# @segur SC.SSI/GEN.18~2026\nf()\n',
  },
  {
    what: 'words in place of an id',
    before: '// @segur sauve│gardes\nf();\n',
    fix: 'Procédure de sauvegarde',
    after: '// @segur SC.SSI/GEN.21\nf();\n',
  },
  {
    what: 'an unknown verb',
    before: '/** @segur implemen│te SC.SSI/GEN.18 */\nf();\n'.replace('te', 'tss'),
    fix: 'Change the verb to “implements”',
    after: '/** @segur implements SC.SSI/GEN.18 */\nf();\n',
  },
  {
    what: 'a word that is no verb',
    before: '-- @segur vo│ir SC.SSI/GEN.18\nSELECT 1;\n',
    path: 'a.sql',
    fix: 'Remove “voir”',
    after: '-- @segur SC.SSI/GEN.18\nSELECT 1;\n',
  },
  {
    what: 'a missing comma',
    before: '// @segur SC.SSI/GEN.18 SC.SSI/│IE.35 - note\nf();\n',
    fix: 'missing comma before SC.SSI/IE.35',
    after: '// @segur SC.SSI/GEN.18, SC.SSI/IE.35 - note\nf();\n',
  },
  {
    what: 'a word in place of a comma',
    before: '// @segur SC.SSI/GEN.18~2026 et │SC.SSI/IE.35, SC.SSI/IE.36\nf();\n',
    fix: 'missing comma',
    after: '// @segur SC.SSI/GEN.18~2026, SC.SSI/IE.35, SC.SSI/IE.36\nf();\n',
  },
  {
    what: 'a short form',
    before: '<!-- @segur IE│35 : note -->\n<p>\n',
    path: 'a.html',
    fix: 'Write IE35 in full',
    after: '<!-- @segur SC.SSI/IE.35 : note -->\n<p>\n',
  },
  {
    what: 'a range with a revision',
    before: '// @segur IE.35-│37~2026\r\nf();\r\n',
    fix: 'Write IE.35-37 in full',
    after: '// @segur SC.SSI/IE.35~2026, SC.SSI/IE.36~2026, SC.SSI/IE.37~2026\r\nf();\r\n',
  },
  {
    what: 'a range that holds what stands beside it',
    before: '// @segur SC.SSI/IE.35, IE.35-│36\nf();\n',
    fix: 'Write IE.35-36 in full',
    after: '// @segur SC.SSI/IE.35, SC.SSI/IE.36\nf();\n',
  },
  {
    what: 'all short forms of a file',
    before: '// @segur IE│35\nf();\n/* @segur IE.36/37 */\ng();\n// @segur GEN.99 - n\nh();\n',
    fix: 'Write all ids of this file in full',
    after:
      '// @segur SC.SSI/IE.35\nf();\n/* @segur SC.SSI/IE.36, SC.SSI/IE.37 */\ng();\n// @segur SC.SSI/GEN.18 - n\nh();\n',
  },
  {
    what: 'a former id',
    before: '// @segur todo GEN.│99\nf();\n',
    fix: 'Change the former id GEN.99 to SC.SSI/GEN.18',
    after: '// @segur todo SC.SSI/GEN.18\nf();\n',
    left: ['annotation.todo'],
  },
  {
    what: 'an outdated revision',
    before: '// @segur REQ-1│200~v1, SC.SSI/IE.35\nf();\n',
    fix: 'Update the revision to v2',
    after: '// @segur REQ-1200~v2, SC.SSI/IE.35\nf();\n',
  },
  {
    what: 'a pin on a revision to come',
    before: '// @segur REQ-1│200~v3 - n\nf();\n',
    fix: 'Remove the revision v3',
    after: '// @segur REQ-1200 - n\nf();\n',
  },
  {
    what: 'a verifying annotation outside the tests',
    before: '// @segur vér│ifie SC.SSI/IE.35\nf();\n',
    fix: 'Change the verb to “implémente”',
    after: '// @segur implémente SC.SSI/IE.35\nf();\n',
  },
  {
    what: 'what was unfinished',
    before: '// @segur to│do SC.SSI/IE.35\nf();\n',
    fix: 'It is done',
    after: '// @segur implements SC.SSI/IE.35\nf();\n',
  },
  {
    what: 'an obsolete requirement',
    before: '// @segur SC.SSI/IE.35, SC.SSI/OLD│.1 - n\nf();\n',
    fix: 'Remove SC.SSI/OLD.1',
    after: '// @segur SC.SSI/IE.35 - n\nf();\n',
  },
];

describe('fixes of ids, verbs and revisions', () => {
  for (const { what, path = 'src/a.ts', before, fix, after, left = [] } of cases) {
    it(`mend ${what} and change nothing else`, () => {
      const found = fixing(path, before);
      assert.equal(found.after(fix), after);
      assert.deepEqual(saysOf(path, after).problems, left);
    });
  }

  it('say the title of what they propose, at most five, the nearest one preferred only when no other is nearly as near', () => {
    const clear = fixing('a.ts', '// @segur REQ-12│01\nf();\n').fixes.filter((fix) => fix.problem !== undefined);
    assert.deepEqual(
      clear.map(({ preferred, title }) => [title.args[0], preferred]),
      [['REQ-1200', true]],
    );
    const vague = fixing('a.ts', '// @segur SC.SSI/IE.3│9\nf();\n');
    assert.ok(vague.titles.includes('Change to SC.SSI/IE.35: Journal des accès'));
    assert.ok(vague.fixes.every(({ preferred }) => !preferred));
    assert.ok(vague.titles.filter((title) => title.startsWith('Change to')).length <= 5);
  });

  it('put first what the note speaks of', () => {
    assert.match(
      fixing('a.ts', '// @segur SC.SSI/IE.3│9 - fin de la session\nf();\n').titles[0] ?? '',
      /^Change to SC\.SSI\/IE\.37/u,
    );
  });

  it('offer to choose where no id is', () => {
    const { fixes, titles, after } = fixing('a.ts', '// @segur│ - note\nf();\n');
    assert.equal(after('Choose'), '// @segur  - note\nf();\n');
    assert.deepEqual(fixes[titles.indexOf('Choose a requirement…')]?.suggestAt, { line: 0, character: 10 });
    assert.equal(fixing('a.ts', '// @segur│ \nf();\n').after('Choose'), '// @segur \nf();\n');
    assert.equal(after('Remove this annotation'), '// note\nf();\n');
  });

  it('take no sentence for a list', () => {
    const { titles } = fixing('a.ts', '// @segur SC.SSI/GEN.18 voir │aussi SC.SSI/IE.35\nf();\n');
    assert.ok(!titles.some((title) => title.includes('comma')));
    const noted = fixing('a.ts', '// @segur SC.SSI/GEN.18 - SC.SSI/│IE.35 manque\nf();\n');
    assert.ok(!noted.titles.some((title) => title.includes('comma')));
  });

  it('replace a former id in the whole folder where it stands elsewhere too', () => {
    const text = '// @segur GEN.│99\nf();\n';
    const alone = fixing('a.ts', text);
    assert.ok(!alone.titles.some((title) => title.includes('whole folder')));
    const parts = {
      files: { 'b.ts': '// @segur gen.99.01, SC.SSI/GEN.18\ng();\n' },
      proofs: [proofOf(['GEN.99', 'SC.SSI/GEN.18'])],
    };
    const { fixes, titles } = fixing('a.ts', text, parts);
    const at = titles.findIndex((title) => title.endsWith('in the whole folder: 3 places'));
    assert.deepEqual(fixes[at]?.task, { kind: 'replace-former-id', raw: 'GEN.99', formerOf: 'SC.SSI/GEN.18' });
  });

  it('have the editor count a file among the tests', () => {
    const { fixes } = fixing('src/a.ts', '// @segur veri│fies SC.SSI/IE.35\nf();\n');
    assert.ok(fixes.some(({ task }) => task?.kind === 'add-test-file' && task.path === 'src/a.ts'));
  });
});
