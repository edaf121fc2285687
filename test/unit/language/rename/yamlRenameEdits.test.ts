import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import { formerIdEdit, yamlRenameEdits } from '../../../../src/language/rename/yamlRenameEdits';
import type { YamlFileKind } from '../../../../src/language/yamlIds';
import { catalog, ownText, plan, refusalOf } from './renaming';

function renamed(text: string, kind: YamlFileKind, raw: string, typed: string, keep = false): string | undefined {
  const found = plan(raw, typed);
  assert.ok(found.kind === 'ready', refusalOf(raw, typed));
  const edits = yamlRenameEdits(text, kind, { ...found, catalog });
  const former = keep && edits !== undefined ? formerIdEdit(text, found.renaming, edits) : undefined;
  return edits && applyEdits(text, former === undefined ? edits : [...edits, former]);
}

describe('renaming in segur.yaml', () => {
  const cases: [string, string, string][] = [
    ['plain', '- for: GEN.18 # why', '- for: NEW.1 # why'],
    ['in quotes', `- for: "PRJ/GEN.18"`, `- for: "NEW.1"`],
    ['in single quotes', `- for: 'GEN.18.01'`, `- for: 'NEW.1.01'`],
    ['in a list', '- { for: [GEN.19, GEN.18], kind: autre }', '- { for: [GEN.19, NEW.1], kind: autre }'],
    ['a range', '- for: GEN.18-20', '- for: [NEW.1, PRJ/GEN.19, PRJ/GEN.20]'],
    ['a range in quotes', "- for: 'GEN.18/19'", '- for: [NEW.1, PRJ/GEN.19]'],
    ['a range in a list', '- for: [GEN.18/19, X]', '- for: [NEW.1, PRJ/GEN.19, X]'],
    [
      'a range in lines',
      '- for:\n      - GEN.18/19\n      - X',
      '- for:\n      - NEW.1\n      - PRJ/GEN.19\n      - X',
    ],
    ['nothing of it', '- for: GEN.19\n    files: preuves/GEN.18/*', '- for: GEN.19\n    files: preuves/GEN.18/*'],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => {
      for (const key of ['proofs', 'decisions']) {
        const text = (entry: string): string => `${key}:\n  ${entry}\n`;
        assert.equal(renamed(text(before), 'project', 'GEN.18', 'NEW.1'), text(after));
      }
    });
  }

  it('puts quotes where the new id needs them', () => {
    assert.equal(renamed('proofs:\n  - for: GEN.18\n', 'project', 'GEN.18', '12.5'), "proofs:\n  - for: '12.5'\n");
    assert.equal(
      renamed('proofs:\r\n  - for:\r\n    - GEN.18-19\r\n', 'project', 'GEN.18', '[1]'),
      "proofs:\r\n  - for:\r\n    - '[1]'\r\n    - PRJ/GEN.19\r\n",
    );
  });

  it('changes what entries share once', () => {
    const text = 'proofs:\n  - for: &ids [GEN.18]\ndecisions:\n  - for: *ids\n';
    assert.equal(renamed(text, 'project', 'GEN.18', 'NEW.1'), text.replace('GEN.18', 'NEW.1'));
  });

  it('copes with a file that is half written', () => {
    assert.equal(
      renamed('proofs:\n  - for: [GEN.18, \n', 'project', 'GEN.18', 'NEW.1'),
      'proofs:\n  - for: [NEW.1, \n',
    );
  });
});

describe('renaming in a catalogue', () => {
  it('takes the entry, what is below it and what answers it along', () => {
    const after = renamed(ownText, 'catalog', 'GEN.18', 'NEW.1');
    const expected = ownText
      .replace('id: PRJ/GEN.18\n', 'id: NEW.1\n')
      .replace('id: PRJ/GEN.18.01\n', 'id: NEW.1.01\n')
      .replace('id: PRJ/GEN.18.01.01', 'id: NEW.1.01.01')
      .replace('id: GEN.18,', 'id: NEW.1,');
    assert.equal(after, expected);
    assert.match(expected, /OLD\.1/u);
  });

  it('keeps the former id where that is asked for', () => {
    assert.match(renamed(ownText, 'catalog', 'GEN.18', 'NEW.1', true) ?? '', /aliases: \[OLD\.1, PRJ\/GEN\.18\]/u);
    const block = 'requirements:\n  - id: PRJ/GEN.20\n    title: Vingt\n';
    assert.equal(
      renamed(block, 'catalog', 'GEN.20', 'NEW.1', true),
      'requirements:\n  - id: NEW.1\n    title: Vingt\n    aliases:\n      - PRJ/GEN.20\n',
    );
  });

  it('corrects a former id, and leaves the entry', () => {
    assert.equal(renamed(ownText, 'catalog', 'OLD.1', 'OLD.2'), ownText.replace('OLD.1', 'OLD.2'));
    assert.equal(renamed(ownText, 'catalog', 'OLD.1', 'GEN.18'), ownText);
  });

  it('keeps quotes', () => {
    assert.equal(renamed(ownText, 'catalog', 'GEN.19', 'NEW.1'), ownText.replace("'PRJ/GEN.19'", "'NEW.1'"));
  });
});
