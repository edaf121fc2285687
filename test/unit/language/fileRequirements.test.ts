import assert from 'node:assert/strict';
import { fileRequirements } from '../../../src/language/fileRequirements';
import { catalogOf, nowhere, traceOf } from '../trace/fixtures';

const catalog = catalogOf(`requirements:
  - { id: GEN.18, title: Locks, needs: [code] }
  - { id: GEN.19, title: Unlocks, needs: [code, proof] }
`);

describe('the requirements of a file', () => {
  it('are those that it names, by verb and in its order, and those that it proves', () => {
    const trace = traceOf(catalog, {
      files: {
        'a.ts': '// @segur GEN.19\nf();\n// @segur GEN.18\ng();\n// @segur todo GEN.18\nh();\n// see GEN.19\n',
        'b.ts': '// @segur GEN.18\nf();\n',
      },
      proofs: [
        {
          entry: {
            for: ['GEN.19'],
            forRanges: [],
            kind: 'code',
            files: ['*.ts'],
            covers: [],
            coversRanges: [],
            range: nowhere,
          },
          state: 'ok',
          files: [{ path: 'a.ts', size: 3 }],
        },
      ],
    });
    const shown = (file: string) =>
      fileRequirements(file, trace).map(
        ({ kind, services }) => `${kind} ${services.map(({ row }) => row.requirement.id).join(',')}`,
      );
    assert.deepEqual(shown('a.ts'), ['implements GEN.19,GEN.18', 'todo GEN.18', 'proofs GEN.19', 'mentions GEN.19']);
    assert.deepEqual(shown('b.ts'), ['implements GEN.18']);
    assert.deepEqual(shown('c.ts'), []);
  });
});
