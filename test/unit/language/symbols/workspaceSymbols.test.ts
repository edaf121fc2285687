import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../../src/base/message';
import { workspaceSymbols } from '../../../../src/language/symbols/workspaceSymbols';
import { catalogOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: SC.SSI/GEN.18, title: Recherche de vulnérabilités, needs: [code] }
  - { id: SC.SSI/GEN.21, title: Procédure de sauvegarde et de restauration, needs: [proof], aliases: [OLD-7] }
  - { id: SC.SSI/IAM.92, title: Mots de passe, needs: [code] }
  - { id: SC.SSI/IE.31, title: "L’œuvre, au cœur", needs: [code] }
`);
const trace = traceOf(catalog, { files: { 'src/a.ts': '// @segur SC.SSI/IAM.92\nfunction check() {}\n' } });

const find = (query: string, of = { catalog, trace }) => workspaceSymbols(query, of, english);
const ids = (query: string) => [...new Set(find(query).map(({ name }) => name.split(' ')[0]))];

/** As VS Code does with what an extension gives it: each letter that was typed, in that order. */
function isKept(name: string, query: string): boolean {
  let rest = query.toLowerCase();
  for (const letter of name.toLowerCase()) {
    rest = rest.startsWith(letter) ? rest.slice(letter.length) : rest;
  }
  return rest === '';
}

describe('symbols of the workspace', () => {
  it('are found by id in any spelling, and by former ids', () => {
    for (const query of ['gen18', 'GEN.18', 'GEN-18', 'ssi/gen.18', 'SC.SSI/GEN.18', 'sc.ssi/gen.18', 'gen 18']) {
      assert.deepEqual(ids(query), ['SC.SSI/GEN.18'], query);
    }
    assert.deepEqual(ids('OLD-7'), ['SC.SSI/GEN.21']);
    assert.deepEqual(ids('gen'), ['SC.SSI/GEN.18', 'SC.SSI/GEN.21']);
  });

  it('are found by the words of the title in any order, with accents or without', () => {
    for (const query of ['procédure', 'PROCEDURE', 'restauration sauveg', 'sauvegarde restauration']) {
      assert.deepEqual(ids(query), ['SC.SSI/GEN.21'], query);
    }
    assert.deepEqual(ids('coeur'), ['SC.SSI/IE.31']);
    assert.deepEqual(ids('cœur oeuvre'), ['SC.SSI/IE.31']);
  });

  it('are none for a query that says nothing, for part of a word, and for a book', () => {
    for (const query of ['', ' ', 'g', '.', 'sse', 'auvegarde', 'x'.repeat(5000)]) {
      assert.deepEqual(find(query), [], query.slice(0, 20));
    }
  });

  it('put the places behind their requirement, told apart by their code', () => {
    assert.deepEqual(
      find('iam92').map(({ kind, name, container, file, range }) => [kind, name, container, file, range.start.line]),
      [
        ['requirement', 'SC.SSI/IAM.92 Mots de passe', 'satisfied', 'catalogue.yaml', 5],
        ['annotation', 'SC.SSI/IAM.92 function check() {}', 'implements', 'src/a.ts', 0],
      ],
    );
    assert.deepEqual(
      find('mots passe').map(({ name, container }) => `${name} | ${container}`),
      ['SC.SSI/IAM.92 Mots de passe | satisfied', 'SC.SSI/IAM.92 Mots de passe | implements · function check() {}'],
    );
  });

  it('have names that VS Code’s own filter lets through', () => {
    const words = [
      'gen',
      '18',
      '.',
      '-',
      ' ',
      'procedure',
      'sauvegarde',
      'œuvre',
      'coeur',
      'SC.SSI/',
      'IAM',
      'é',
      '\u0301',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), (parts) => {
        const query = parts.join('');
        for (const { name } of find(query)) {
          assert.ok(isKept(name, query.trim()), `${query}: ${name}`);
        }
      }),
    );
  });

  it('are few, however many annotations there are', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `// @segur SC.SSI/GEN.${index % 2 === 0 ? 18 : 21}\nrun${index}();`,
    );
    const many = { catalog, trace: traceOf(catalog, { files: { 'src/b.ts': lines.join('\n') } }) };
    assert.equal(find('gen', many).length, 200);
  });
});
