import assert from 'node:assert/strict';
import fc from 'fast-check';
import { english } from '../../../../src/base/message';
import { compare, LineMap, type Range } from '../../../../src/base/text';
import type { TextSymbol } from '../../../../src/language/symbols/textSymbol';
import { yamlSymbols } from '../../../../src/language/symbols/yamlSymbols';
import { catalogOf, traceOf } from '../../trace/fixtures';

const catalog = catalogOf(`requirements: [{ id: SC.A.1, title: Sauvegarde, needs: [proof] }]`);
const known = { catalog, trace: traceOf(catalog) };

function outline(
  text: string,
  kind: 'project' | 'catalog',
  symbols = yamlSymbols(text, kind, known, english),
  depth = 0,
): string[] {
  return symbols.flatMap(({ kind: sort, name, detail, children }) => [
    `${'  '.repeat(depth)}${sort}: ${name}${detail === '' ? '' : ` | ${detail}`}`,
    ...outline(text, kind, children, depth + 1),
  ]);
}

const project = `version: 1
proofs:
  - for: SC.A.1
    kind: formulaire
    files: [preuves/a.md, preuves/b.md]
  - { for: [SC.A.1, SC.A.2], kind: autre, value: N-12 }
  - kind: autre
decisions:
  - for: SC.A.1
    status: not-applicable
    reason: Autre couloir
`;

const written = `version: 1
catalog: { id: c, title: C }
requirements:
  - id: SC.A.1
    title: Sauvegarde
    scenarios:
      - id: SC.A.1.01
        text: Restaurer
        proofs: [{ id: SC.A.1.01.01, kind: video, text: La séquence }]
    proofs:
      - { kind: attestation, text: Signée }
  - id: SC.A.2
    title: Autre
faq:
  - id: a01
    question: Quand ?
    answer: Tous les jours.
    requirements: [{ id: SC.A.1, match: cited }]
`;

describe('the outline of a project file', () => {
  it('lists proofs and decisions, and passes over what nobody has named yet', () => {
    assert.deepEqual(outline(project, 'project'), [
      'group: Proofs | 2',
      '  proof: SC.A.1 | form · preuves/a.md, preuves/b.md',
      '  proof: SC.A.1, SC.A.2 | other proof · N-12',
      'group: Decisions | 1',
      '  decision: SC.A.1 | not applicable · Autre couloir',
    ]);
  });

  it('leads from each to its ids', () => {
    const lines = new LineMap(project);
    const at = ({ start, end }: Range) => project.slice(lines.offsetAt(start), lines.offsetAt(end));
    const [proofs, decisions] = yamlSymbols(project, 'project', known, english);
    assert.equal(proofs && at(proofs.selection), 'proofs');
    assert.equal(proofs?.children[1] && at(proofs.children[1].selection), '[SC.A.1, SC.A.2]');
    assert.match(
      decisions?.children[0] ? at(decisions.children[0].range) : '',
      /^for: SC\.A\.1\n.*\n.*Autre couloir$/u,
    );
  });

  it('is empty where there is nothing to list, and is read from half a file', () => {
    assert.deepEqual(outline('version: 1\nproofs: []\ndecisions:\n', 'project'), []);
    assert.deepEqual(outline('proofs:\n  - for: SC.A.1\n    files: [a.md\n', 'project').slice(1, 2), [
      '  proof: SC.A.1 | a.md',
    ]);
  });
});

describe('the outline of a catalogue', () => {
  it('nests requirements, scenarios and the proofs that they ask for, and has the answers', () => {
    assert.deepEqual(outline(written, 'catalog'), [
      'group: Requirements | 2',
      '  requirement: SC.A.1 Sauvegarde | missing',
      '    scenario: SC.A.1.01 | Restaurer',
      '      expected-proof: SC.A.1.01.01 | La séquence',
      '    expected-proof: attestation | Signée',
      '  requirement: SC.A.2 Autre',
      'group: FAQ | 1',
      '  answer: a01 Quand ? | SC.A.1',
    ]);
  });
});

describe('the outline of a YAML file', () => {
  it('is what VS Code takes, whatever the text: a name, and each part inside what it belongs to', () => {
    const lines = [...project.split('\n'), ...written.split('\n'), 'proofs: &a', '  - *a', 'for: "x', '- [', '{}: {}'];
    const check = (symbols: readonly TextSymbol[]): void => {
      for (const { name, range, selection, children } of symbols) {
        assert.notEqual(name, '');
        assert.ok(compare(range.start, selection.start) <= 0 && compare(selection.end, range.end) <= 0);
        check(children);
      }
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines)), fc.constantFrom('project', 'catalog'), (some, kind) => {
        check(yamlSymbols(some.join('\n'), kind, known, english));
      }),
    );
  });
});
