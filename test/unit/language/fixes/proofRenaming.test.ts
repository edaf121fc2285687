import assert from 'node:assert/strict';
import { english, render } from '../../../../src/base/message';
import { DEFAULT_NAMING, parseNaming } from '../../../../src/evidence/proofNaming';
import { planProofRenaming } from '../../../../src/language/fixes/proofRenaming';
import { lockPathEdits } from '../../../../src/language/rename/lockPathEdits';
import { applyEdits } from '../../../../src/base/textEdit';
import { catalog } from './fixing';

const text = `version: 1
# Preuves.
proofs:
  - for: GEN.18 # la première
    kind: capture
    files: preuves/écran.png # un fichier
    date: 2026-09-01
  - for: SC.SSI/GEN.21
    kind: capture
    files:
      # deux
      - preuves/21/*.png
      - preuves/vue-*.png
    date: 2026-09-02
  - for: SC.SSI/IE.35
    kind: configuration
    files: src/settings.ts
  - for: SC.SSI/IE.36
    kind: rapport
    value: "12"
`;

interface Folder {
  readonly rule?: string;
  readonly proofFiles?: readonly string[];
  readonly others?: readonly string[];
  readonly source?: string;
}

const FILES = ['preuves/écran.png', 'preuves/21/a.png', 'preuves/21/b.PNG.png', 'preuves/vue-1.png', 'src/settings.ts'];

function plan(index: number, { rule = DEFAULT_NAMING, proofFiles = FILES, others = [], source = text }: Folder = {}) {
  const parsed = parseNaming(rule);
  assert.ok(parsed);
  const present = [...proofFiles, ...others];
  return planProofRenaming({ text: source, index, rule: parsed, catalog, product: {}, proofFiles, present });
}

function planned(index: number, folder?: Folder) {
  const found = plan(index, folder);
  assert.equal(found.kind, 'planned', JSON.stringify(found));
  return found;
}

function whyNot(index: number, folder?: Folder): string {
  const found = plan(index, folder);
  assert.equal(found.kind, 'refused', JSON.stringify(found));
  return render(english, found.why);
}

describe('renaming the files of a proof by the rule', () => {
  it('names the file by the full id, the kind and the date, and keeps comments', () => {
    const { renames, text: after } = planned(0);
    const to = 'preuves/SC.SSI-GEN.18_capture_2026-09-01.png';
    assert.deepEqual(renames, [{ from: 'preuves/écran.png', to }]);
    assert.equal(after, text.replace('preuves/écran.png', to));
  });

  it('numbers several files, keeps globs that still hold and replaces the others', () => {
    const { renames, text: after } = planned(1);
    assert.deepEqual(
      renames.map(({ to }) => to),
      [
        'preuves/21/SC.SSI-GEN.21_capture_2026-09-02.png',
        'preuves/21/SC.SSI-GEN.21_capture_2026-09-02-2.png',
        'preuves/SC.SSI-GEN.21_capture_2026-09-02.png',
      ],
    );
    assert.equal(after, text.replace('preuves/vue-*.png', 'preuves/SC.SSI-GEN.21_capture_2026-09-02.png'));
  });

  it('leaves names alone that follow the rule, numbered ones too', () => {
    const named = [
      'preuves/21/SC.SSI-GEN.21_capture_2026-09-02.png',
      'preuves/21/SC.SSI-GEN.21_capture_2026-09-02-7.png',
    ];
    assert.equal(plan(1, { proofFiles: named }).kind, 'named');
    const { renames } = planned(1, { proofFiles: [...named, 'preuves/21/neuf.png'] });
    assert.deepEqual(
      renames.map(({ to }) => to),
      ['preuves/21/SC.SSI-GEN.21_capture_2026-09-02-2.png'],
    );
  });

  it('gives a number where another proof has the name, whatever its case or its accents’ form', () => {
    const other = 'preuves/Écran_CAPTURE.png'.normalize('NFD');
    const { renames } = planned(0, {
      rule: '{name}_{kind}',
      proofFiles: ['preuves/écran.png', other, 'preuves/Ecran_CAPTURE.png'],
      source: text.replace('vue-*', '?cran_CAPTURE'),
    });
    assert.deepEqual(renames, [{ from: 'preuves/écran.png', to: 'preuves/ecran_capture-2.png' }]);
  });

  it('finds a file whose name the disk holds decomposed, and leaves its folder as the disk has it', () => {
    const decomposed = 'réf/écran.png'.normalize('NFD');
    const { renames, text: after } = planned(0, {
      proofFiles: [decomposed],
      source: text.replace('preuves/écran.png', 'réf/écran.png'),
    });
    const [rename] = renames;
    assert.equal(rename?.from, decomposed);
    assert.equal(rename.to, `${'réf/'.normalize('NFD')}SC.SSI-GEN.18_capture_2026-09-01.png`);
    assert.match(after, /files: réf\/SC\.SSI-GEN\.18_capture_2026-09-01\.png # un fichier\n/u);
  });

  it('has another proof follow that shares the file', () => {
    const shared = `${text}  - { for: SC.SSI/IE.37, kind: capture, files: preuves/écran.png }\n`;
    const { text: after } = planned(0, { source: shared });
    assert.equal(after, shared.replaceAll('preuves/écran.png', 'preuves/SC.SSI-GEN.18_capture_2026-09-01.png'));
  });

  it('refuses to name a file as one that is no proof', () => {
    const others = ['preuves/sc.ssi-gen.18_capture_2026-09-01.PNG'];
    assert.equal(
      whyNot(0, { others }),
      'preuves/sc.ssi-gen.18_capture_2026-09-01.PNG is there already, and is no proof: move it away first',
    );
  });

  it('refuses to make the file a proof of something else', () => {
    const source = `${text}  - { for: SC.SSI/IE.37, kind: capture, files: 'preuves/*_capture_*' }\n`;
    assert.match(whyNot(0, { source }), /would become a proof of SC\.SSI\/IE\.37 too/u);
  });

  it('refuses files of the product, and proofs without files', () => {
    assert.match(whyNot(2), /keep their names/u);
    assert.match(whyNot(3), /has no file/u);
    assert.match(whyNot(17), /has no file/u);
  });
});

describe('the lock, when files are renamed', () => {
  it('speaks of the new paths, and says nothing else anew', () => {
    const lock = `{
  "version": 1,
  "requirements": [
    {"id":"SC.SSI/GEN.18","text":"0123456789abcdef","links":[
      {"file":"preuves/a.md","verb":"implements"}
    ]}
  ],
  "proofs": [
    {"file":"preuves/a.md","sha256":"${'a'.repeat(64)}"},
    {"file":"preuves/é.md","sha256":"${'b'.repeat(64)}"}
  ]
}
`;
    const renames = [
      { from: 'preuves/a.md', to: 'preuves/x "y".md' },
      { from: 'preuves/é.md'.normalize('NFD'), to: 'preuves/z.md' },
    ];
    const expected = lock
      .replaceAll('"preuves/a.md"', '"preuves/x \\"y\\".md"')
      .replace('"preuves/é.md"', '"preuves/z.md"');
    assert.equal(applyEdits(lock, lockPathEdits(lock, renames)), expected);
    assert.deepEqual(lockPathEdits(lock, [{ from: 'preuves/b.md', to: 'c' }]), []);
  });
});
