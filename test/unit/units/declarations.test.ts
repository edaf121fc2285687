import assert from 'node:assert/strict';
import { declarationIn, keyIn, sqlDeclarationIn } from '../../../src/units/declarations';

describe('declarations', () => {
  for (const [head, name] of [
    ['Map<String, List<Patient>> find(String id) {', 'find'],
    ['std::vector<int> Session::open(int a) {', 'Session::open'],
    ['unsigned long *count(void) {', 'count'],
    ['int[] all() {', 'all'],
    ['public static Optional<Map<A, B>> of(A a) {', 'of'],
    ['if (a) {', undefined],
    ['total = count(a);', undefined],
    ['count(a);', undefined],
    ['A<B> name;', undefined],
  ] as const) {
    it(`reads ${name ?? 'nothing'} in ${head}`, () => {
      const declaration = declarationIn(head);
      assert.equal(declaration?.form === 'body' ? undefined : declaration?.name, name);
    });
  }

  it('come to an end on lines that are made to be parted in many ways', () => {
    const pieces = [
      'a<> ',
      'a<a> ',
      'a<b, ',
      'a::',
      'a * ',
      'const ',
      'a [] ',
      '(a)',
      'a => ',
      'get ',
      '"a" ',
      'a.b ',
      'static a ',
      'x<(',
      'unique ',
      'impl a ',
      // Blanks that are letters by their place beyond ASCII.
      '\u00a0',
      'static \u00a0',
    ];
    for (const first of pieces) {
      for (const second of pieces) {
        for (const end of ['', '(', '=', '{', '=>', '(*']) {
          const head = (first + second).repeat(100) + end;
          assert.doesNotThrow(() => [
            declarationIn(head),
            declarationIn(`impl ${head}`),
            sqlDeclarationIn(`create ${head}`),
            keyIn(head),
          ]);
        }
      }
    }
  });
});
