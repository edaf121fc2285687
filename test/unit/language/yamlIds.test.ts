import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineMap, type Range } from '../../../src/base/text';
import { idAt, yamlIds } from '../../../src/language/yamlIds';

const CURSOR = '│';

/** `role: text at the range` of each id, which must be what the file says. */
function told(text: string, kind?: Parameters<typeof yamlIds>[1]): string[] {
  return yamlIds(text, kind).map((id) => {
    assert.equal(textAt(text, id.range), id.source);
    return `${id.role}: ${id.source}${id.raw === id.source ? '' : ` = ${id.raw}`}`;
  });
}

function textAt(text: string, range: Range): string {
  const lines = new LineMap(text);
  return text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
}

describe('the ids of a project file', () => {
  it('stand under the proofs and the decisions, alone or in lists', () => {
    const text = [
      'version: 1',
      'profile: { profils: [Général] }',
      'proofs:',
      '  - for: SC.SSI/GEN.18 # the first',
      '    kind: formulaire',
      '    covers: [raci]',
      '  - for: [A-1, "A-2"  , \'A-3\']',
      'decisions:',
      '  - for:',
      '      - EXI EDC PSC 102-6',
      '      - "R_é1"',
      '    status: not-applicable',
    ].join('\n');
    assert.deepEqual(told(text), [
      'proof-for: SC.SSI/GEN.18',
      'proof-for: A-1',
      'proof-for: A-2',
      'proof-for: A-3',
      'decision-for: EXI EDC PSC 102-6',
      'decision-for: R_é1',
    ]);
    const styles = yamlIds(text).map(({ style, inFlow }) => `${style}${inFlow ? ' in flow' : ''}`);
    assert.deepEqual(styles, [
      'plain',
      'plain in flow',
      'double-quoted in flow',
      'single-quoted in flow',
      'plain',
      'double-quoted',
    ]);
  });

  it('know the entry that they belong to', () => {
    const [one, two] = yamlIds('proofs: [{ for: A-1 }, { for: [A-1, A-2] }]').slice(1);
    assert.deepEqual(
      [one?.path, one?.entry],
      [
        ['proofs', 1, 'for', 0],
        ['proofs', 1],
      ],
    );
    assert.deepEqual(
      [two?.path, two?.entry],
      [
        ['proofs', 1, 'for', 1],
        ['proofs', 1],
      ],
    );
  });

  it('are read as the file means them: escapes, doubled quotes, folded lines, blocks', () => {
    assert.deepEqual(told('proofs:\n  - for: "R_\\u00e91"\n'), ['proof-for: R_\\u00e91 = R_é1']);
    assert.deepEqual(told("proofs:\n  - for: 'A''1'\n"), ["proof-for: A''1 = A'1"]);
    assert.deepEqual(told('proofs:\n  - for: EXI EDC\n      PSC 1\n'), [
      'proof-for: EXI EDC\n      PSC 1 = EXI EDC PSC 1',
    ]);
    assert.deepEqual(told('proofs:\n  - for: >-\n      SC.SSI/GEN.18\n    kind: code\n'), ['proof-for: SC.SSI/GEN.18']);
    assert.deepEqual(told('proofs:\n  - for: 0012\n'), ['proof-for: 0012']);
  });

  it('that an anchor shares are given once, where they are written', () => {
    assert.deepEqual(told('proofs:\n  - for: &ids [A-1, A-2]\n  - for: *ids\ndecisions:\n  - for: *ids\n'), [
      'proof-for: A-1',
      'proof-for: A-2',
    ]);
    assert.deepEqual(told('x: &a A-1\ny: &b A-2\nproofs:\n  - for: *a\n  - for: [*b, *missing]\n'), [
      'proof-for: A-1',
      'proof-for: A-2',
    ]);
    assert.deepEqual(told('p: &p { for: A-1 }\nproofs: [*p]\n'), ['proof-for: A-1']);
    assert.deepEqual(told('a: &a A-1\nproofs: [{ for: *a }]\nb: &a A-2\ndecisions: [{ for: *a }]\n'), [
      'proof-for: A-1',
      'decision-for: A-2',
    ]);
  });

  it('are found in a file that is half written', () => {
    assert.deepEqual(told('proofs:\n  - for: [A-1, A-2\n    kind: code\n'), ['proof-for: A-1', 'proof-for: A-2']);
    assert.deepEqual(told('proofs:\n  - for: "A-1\n    kind: code\n  - for: A-2\n'), ['proof-for: A-1']);
    assert.deepEqual(told('proofs:\n  - for:\n  - for: A-1\n  - for: [ , ]\n  -\n'), ['proof-for: A-1']);
    assert.deepEqual(told('proofs:\n  - for: A-1\n    for: A-2\n'), ['proof-for: A-1', 'proof-for: A-2']);
    assert.deepEqual(told(''), []);
    assert.deepEqual(told('proofs: text\ndecisions: { for: A-1 }\n'), []);
  });
});

describe('the ids of a catalogue file', () => {
  const text = [
    'version: 1',
    'requirements:',
    '  - id: A-1',
    '    title: A-9',
    '    aliases: [OLD-1, OLD-2]',
    '    checklist: [{ id: raci, text: Rôles }]',
    '    scenarios:',
    '      - { id: A-1.01, proofs: [{ id: A-1.01.01, kind: code, text: x }, { kind: code, text: y }] }',
    '    proofs: [{ id: "A-1.P", kind: code, text: z }]',
    'faq:',
    '  - { id: a02, answer: x, requirements: [{ id: A-1, match: cited }] }',
  ].join('\r\n');

  it('each have their part', () => {
    assert.deepEqual(told(text), [
      'definition: A-1',
      'alias: OLD-1',
      'alias: OLD-2',
      'scenario: A-1.01',
      'expected-proof: A-1.01.01',
      'expected-proof: A-1.P',
      'faq-reference: A-1',
    ]);
    assert.deepEqual(yamlIds(text).at(-1)?.entry, ['faq', 0]);
  });

  it('are read only as the caller says, where the caller knows', () => {
    assert.deepEqual(told(text, 'project'), []);
    assert.deepEqual(told('proofs: [{ for: A-1 }]\nrequirements: [{ id: A-2 }]', 'project'), ['proof-for: A-1']);
  });

  it('are found at a place, ends included, and nowhere beside', () => {
    const found = (marked: string): string | undefined => {
      const before = marked.slice(0, marked.indexOf(CURSOR)).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      return idAt(yamlIds(marked.replace(CURSOR, '')), position)?.raw;
    };
    assert.equal(found('requirements:\n  - id: "│A-1"\n'), 'A-1');
    assert.equal(found('requirements:\n  - id: "A-1│"\n'), 'A-1');
    assert.equal(found('requirements:\n  - id: │"A-1"\n'), undefined);
    assert.equal(found('requirements:\n  - i│d: "A-1"\n'), undefined);
    assert.equal(found('requirements:\n  - id: A-1\n    title: A-│1\n'), undefined);
  });
});

describe('ids of any text', () => {
  it('never throw and always stand where they say', () => {
    const pieces = [
      'proofs:',
      'requirements:',
      '\n',
      '  ',
      '- ',
      'for: ',
      'id: ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      'A-1',
      ', ',
      ': ',
      '|',
      '>',
      '#',
      '\t',
      '---\n',
      '\\',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        told(parts.join(''));
        told(`requirements:\n  - id: ${parts.join('')}`);
      }),
      { numRuns: 300 },
    );
  });
});
