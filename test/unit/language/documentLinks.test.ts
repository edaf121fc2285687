import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineMap } from '../../../src/base/text';
import { documentLinks, firstOf, isWebAddress } from '../../../src/language/documentLinks';

function links(text: string, kind: 'project' | 'catalog'): string[] {
  const lines = new LineMap(text);
  return documentLinks(text, kind).map(({ range, target }) => {
    const { kind: sort, ...rest } = target;
    const shown = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    const [value = ''] = Object.values(rest);
    return `${sort}: ${shown}${value === shown ? '' : ` = ${value}`}`;
  });
}

describe('the links of a project file', () => {
  it('are catalogues, the files of proofs and addresses of the Web', () => {
    const text = `catalogs: ["builtin:segur-v2", 'requirements/*.yaml']
results: ["build/*.xml"]
proofs:
  - { for: A, files: preuves/a.pdf }
  - for: B
    files:
      - "preuves/*.png"
      - preuves/é.md # note
  - { for: C, link: https://exemple.invalid/suivi?a=1&b=2 }
`;
    assert.deepEqual(links(text, 'project'), [
      'catalog: builtin:segur-v2',
      'catalog: requirements/*.yaml',
      'files: preuves/a.pdf',
      'files: preuves/*.png',
      'files: preuves/é.md',
      'address: https://exemple.invalid/suivi?a=1&b=2',
    ]);
  });

  it('never leave the folder, and are of no scheme but http and https', () => {
    const paths = ['../a.pdf', '/etc/passwd', 'C:\\a.pdf', '~/a', 'a/../../b', '\\\\server\\a', '{a,../b}', ''];
    for (const path of paths) {
      assert.deepEqual(links(JSON.stringify({ proofs: [{ files: path }], catalogs: [path] }), 'project'), [], path);
    }
    const urls = [
      'command:segur.openFaq',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'vscode://x/y',
      'https:',
      'https:///x',
      'http://[',
      ' ftp://a.b',
      `https://a.b/${'x'.repeat(3000)}`,
    ];
    for (const url of urls) {
      assert.deepEqual(links(JSON.stringify({ proofs: [{ link: url }] }), 'project'), [], url);
      assert.equal(isWebAddress(url), false);
    }
  });

  it('stand on one line, and are read from half a file', () => {
    assert.deepEqual(links('proofs:\n  - files: >\n      a.pdf\n', 'project'), []);
    assert.deepEqual(links('proofs:\n  - files: [a.pdf, "b.pdf\n', 'project').slice(0, 1), ['files: a.pdf']);
  });
});

describe('the links of a catalogue', () => {
  it('are its source, the references, and the answers', () => {
    const text = `catalog: { id: c, title: C, source: { title: S, url: "https://exemple.invalid/s" } }
requirements:
  - id: A
    references: [{ title: R, url: http://exemple.invalid/r }, { title: Sans adresse }]
    checklist: [{ id: raci, text: Rôles, source: a02 }]
faq:
  - id: a02
    answer: Oui
`;
    assert.deepEqual(links(text, 'catalog'), [
      'address: https://exemple.invalid/s',
      'address: http://exemple.invalid/r',
      'answer: a02',
      'answer: a02',
    ]);
  });
});

describe('links', () => {
  it('have their place in the text, whatever it is', () => {
    const words = [
      'proofs:',
      'catalogs:',
      'faq:',
      '- id: a',
      '- files: x',
      "'y",
      '"',
      '\n',
      '  ',
      '[',
      '*a',
      '&a ',
      'é',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), fc.constantFrom('project', 'catalog'), (parts, kind) => {
        const text = parts.join('');
        const lines = new LineMap(text);
        for (const { range } of documentLinks(text, kind)) {
          assert.equal(range.start.line, range.end.line);
          assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end));
        }
      }),
    );
  });

  it('lead to the first file of a glob and know how many there are', () => {
    const files = ['b/2.png', 'b/1.png', 'b/1.png', 'a.pdf'];
    assert.deepEqual(firstOf('b/*.png', files), { path: 'b/1.png', count: 2 });
    assert.deepEqual(firstOf('a.pdf', files), { path: 'a.pdf', count: 1 });
    assert.equal(firstOf('c/*', files), undefined);
    assert.equal(firstOf('../*', ['../a']), undefined);
  });
});
