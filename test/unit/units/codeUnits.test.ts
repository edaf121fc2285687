import { strict as assert } from 'node:assert';
import { shownUnits } from './parsers';

/** @param byLook where the look of the lines tells less than the syntax */
type Case = readonly [
  title: string,
  path: string,
  text: string,
  expected: readonly string[],
  byLook?: readonly string[],
];

const cases: readonly Case[] = [
  [
    'a function that follows',
    'a.ts',
    '// @segur A-1\nexport async function verify(\n  a: string,\n  { b }: { b: number },\n): Promise<{ ok: boolean }> {\n  return { ok: true };\n}\nlet x = 1;\n',
    ['function verify 2-7'],
  ],
  [
    'a method, named with its class',
    'a.ts',
    'export class ContactService {\n  /**\n   * Checks.\n   * @segur A-1\n   */\n  @Post("/x")\n  private async verify(code: string): Promise<void> {\n    if (code) {\n      // @segur A-2\n      await this.send(code);\n    }\n  }\n\n  get total(): number { // @segur A-3\n    return 1;\n  }\n}\n',
    ['method ContactService.verify 7-12', 'method ContactService.verify 7-12', 'method ContactService.total 14-16'],
  ],
  [
    'an arrow function over several lines',
    'a.ts',
    '// @segur A-1\nexport const save = async (\n  a: string,\n): Promise<void> => {\n  go();\n};\n// @segur A-2\nexport const LIMIT = 5;\n',
    ['function save 2-6', 'constant LIMIT 8-8'],
  ],
  [
    'tests by their titles',
    'a.spec.ts',
    "describe('contact', () => {\n  // @segur A-1\n  it('asks for a code', async () => {\n    // @segur A-2\n    const total = await ask();\n  });\n});\n",
    ['test contact › asks for a code 3-6', 'test contact › asks for a code 3-6'],
  ],
  [
    'routes',
    'a.js',
    "// @segur A-1\napp.post('/login', async (req, res) => {\n  res.end();\n});\n",
    ['route POST /login 2-4'],
  ],
  [
    'a statement in a function: the function',
    'a.js',
    'function f() {\n  // @segur A-1\n  sendMail(to,\n    subject);\n  // @segur A-2\n  const a = 1;\n  // @segur A-3\n}\n',
    ['function f 1-8', 'function f 1-8', 'function f 1-8'],
  ],
  [
    'a component around JSX',
    'a.tsx',
    'export function Form() {\n  return (\n    <div>\n      {/* @segur A-1 */}\n      <Input />\n    </div>\n  );\n}\n',
    ['function Form 1-8'],
  ],
  [
    'the import below a file’s head: nothing',
    'a.ts',
    '// @segur A-1\nimport { a } from "b";\n\nfunction f() {}\n',
    ['-'],
  ],
  [
    'Java: methods, constructors, interfaces, annotations over several lines',
    'A.java',
    '@Service\npublic class A<T> extends B<T> implements C {\n    // @segur A-1\n    @RequestMapping(\n        path = "/x"\n    )\n    public ResponseEntity<List<T>> list(@PathVariable String id)\n            throws IOException {\n        return null;\n    }\n\n    // @segur A-2\n    A(String a) {\n    }\n    // @segur A-3\n    private static final int MAX = 5;\n}\ninterface D {\n    // @segur A-4\n    void run();\n}\n',
    ['method A.list 7-10', 'method A.A 13-14', 'constant A.MAX 16-16', 'method D.run 20-20'],
  ],
  [
    'C: types on their own line, prototypes, macros, structures, `#if` around',
    'a.c',
    '/* @segur A-1 */\nstatic int\nfoo(void)\n{\n#if X\n  if (a) {\n#else\n  if (b) {\n#endif\n  }\n  return 0; // @segur A-2\n}\n\n/* @segur A-3 */\n#ifdef Y\nint bar(int a);\n#endif\n/* @segur A-4 */\n#define MAX 3\n/* @segur A-5 */\nstruct point {\n  int x; /* @segur A-6 */\n};\n/* @segur A-7 */\nvoid baz(const char *s)\n{\n}\n',
    [
      'function foo 2-12',
      'function foo 2-12',
      'function bar 16-16',
      'macro MAX 19-19',
      'struct point 21-23',
      'struct point 21-23',
      'function baz 25-27',
    ],
  ],
  [
    'C++: qualified names, templates, namespaces',
    'a.cpp',
    'namespace net {\n// @segur A-1\ntemplate <class T>\nvoid Session::open(T a) const {\n  // @segur A-2\n  Lock guard(mutex_);\n}\n}\n',
    ['function net.Session::open 4-7', 'function net.Session::open 4-7'],
  ],
  [
    'C#',
    'a.cs',
    'namespace N\n{\n    public class P\n    {\n        // @segur A-1\n        [HttpPost("x")]\n        public async Task<IActionResult> Post([FromBody] X x)\n        {\n            var a = $"{x}";\n        }\n        // @segur A-2\n        public int Count { get; set; }\n    }\n}\n',
    ['method N.P.Post 7-10', 'property N.P.Count 12-12'],
    ['method N.P.Post 7-10', 'class N.P 3-13'],
  ],
  [
    'Go',
    'a.go',
    '// @segur A-1\nfunc (s *Server) Handle(w http.ResponseWriter, r *http.Request) (map[string]interface{}, error) {\n\treturn nil, nil // @segur A-2\n}\n\n// @segur A-3\ntype Point struct {\n\tX int\n}\n',
    ['method Server.Handle 2-4', 'method Server.Handle 2-4', 'type Point 7-9'],
  ],
  [
    'Rust',
    'a.rs',
    "impl Display for Point {\n    /// @segur A-1\n    #[inline]\n    pub(crate) fn fmt<'a>(&'a self) -> Result<(), Error> {\n        Ok(())\n    }\n}\n// @segur A-2\npub struct Unit;\n",
    ['method Point.fmt 4-6', 'struct Unit 9-9'],
  ],
  [
    'Kotlin and Swift, without semicolons',
    'a.kt',
    'interface A {\n    // @segur A-1\n    fun a(): Int\n    // @segur A-2\n    fun b() = listOf(1)\n        .map { it }\n}\n// @segur A-3\ndata class C(\n    val x: Int,\n) : B() {\n    val y = 1\n}\n',
    ['method A.a 3-3', 'method A.b 5-6', 'class C 9-13'],
  ],
  [
    'PHP',
    'a.php',
    '<?php\nclass A {\n    /** @segur A-1 */\n    public static function b(array $c = []): ?string\n    {\n        return null;\n    }\n}\n',
    ['method A.b 4-7'],
  ],
  [
    'Python: docstrings, decorators, nesting, comments at the end of a body',
    'a.py',
    'class A(B):\n    """@segur A-1"""\n\n    # @segur A-2\n    @app.route(\n        "/x"\n    )\n    async def b(\n        self,\n    ) -> int:\n        """Doc.\n\n        @segur A-3\n        """\n\n        # @segur A-4\n\ndef c():\n    """@segur A-5"""\n\ndef d():\n    x = """\ntext\n"""\n    return x  # @segur A-6\n',
    ['class A 1-14', 'method A.b 8-14', 'method A.b 8-14', 'method A.b 8-14', 'function c 18-19', 'function d 21-25'],
    ['class A 1-10', 'method A.b 8-10', 'method A.b 8-10', 'method A.b 8-10', 'function c 18-18', 'function d 21-25'],
  ],
  // A second string is no docstring: its marker is no annotation.
  ['one docstring', 'a.py', 'class A:\n    """@segur A-1"""\n\n    """@segur A-2"""\n', ['class A 1-4']],
  ['a module’s docstring: nothing', 'a.py', '"""@segur A-1"""\nimport os\n\ndef f():\n    pass\n', ['-']],
  [
    'Ruby',
    'a.rb',
    "module M\n  class A\n    # @segur A-1\n    def self.ok?(x)\n      x # @segur A-2\n    end\n  end\nend\nRSpec.describe 'a' do\n  # @segur A-3\n  it 'works' do\n    ok\n  end\nend\n",
    ['method M.A.ok? 4-6', 'method M.A.ok? 4-6', 'test a › works 11-13'],
  ],
  [
    'SQL: tables, views, functions with a body',
    'a.sql',
    "-- @segur A-1\nCREATE TABLE IF NOT EXISTS app.contact (\n  id int, -- @segur A-2\n  name text default ';'\n);\n-- @segur A-3\ncreate or replace function check_it() returns int as $$\nbegin\n  -- @segur A-4\n  return 1;\nend;\n$$ language plpgsql;\nselect 1;\n",
    ['table app.contact 2-5', 'table app.contact 2-5', 'function check_it 7-12', 'function check_it 7-12'],
  ],
  [
    'PL/SQL',
    'a.pkb',
    'CREATE OR REPLACE PACKAGE BODY p AS\n  -- @segur A-1\n  PROCEDURE q(a NUMBER) IS\n  BEGIN\n    NULL;\n    NULL; -- @segur A-2\n  END q;\nEND p;\n/\n',
    ['procedure p.q 3-7', 'procedure p.q 3-7'],
  ],
  [
    'Pascal',
    'a.pas',
    'procedure TForm.Save(a: Integer);\nvar\n  b: Integer;\nbegin\n  b := a; // @segur A-1\nend;\n',
    ['function TForm.Save 1-6'],
  ],
  ['Visual Basic', 'a.vb', "' @segur A-1\nPublic Sub Save()\n    x = 1\nEnd Sub\n", ['function Save 2-4']],
  [
    'shell',
    'a.sh',
    '# @segur A-1\nbackup() {\n  tar "${x}" # @segur A-2\n}\n',
    ['function backup 2-4', 'function backup 2-4'],
  ],
  ['YAML keys', 'a.yaml', 'services:\n  web:\n    # @segur A-1\n    image: x\n', ['key services.web.image 4-4']],
  [
    'sections of INI files',
    'a.ini',
    '; @segur A-1\n[auth]\ntimeout = 5 ; @segur A-2\n',
    ['section auth 2-2', 'key timeout 3-3'],
  ],
  [
    'Terraform',
    'a.tf',
    '# @segur A-1\nresource "aws_s3_bucket" "b" {\n  acl = "x"\n}\n',
    ['resource aws_s3_bucket.b 2-4'],
  ],
  ['CSS rules', 'a.css', '/* @segur A-1 */\n.a > .b {\n  color: red;\n}\n', ['rule .a > .b 2-4']],
  [
    'scripts of a Vue file',
    'a.vue',
    '<template>\n  <p>{{ x }}</p>\n</template>\n<script lang="ts">\n// @segur A-1\nfunction f() {\n}\n</script>\n',
    ['function f 6-7'],
  ],
  ['Lua', 'a.lua', '-- @segur A-1\nfunction M.f(a)\n  return a\nend\n', ['function M.f 2-4']],
  ['Elixir', 'a.ex', 'defmodule A do\n  # @segur A-1\n  def b(x) do\n    x\n  end\nend\n', ['function b 3-5']],
  ['Haskell', 'a.hs', '-- @segur A-1\nadd :: Int -> Int\nadd x = x\n', ['function add 2-2']],
  ['Clojure', 'a.clj', '; @segur A-1\n(defn add [x]\n  x)\n', ['function add 2-3']],
  ['COBOL', 'a.cbl', '      * @segur A-1\n       CALC-TOTAL.\n           ADD 1 TO X.\n', ['paragraph CALC-TOTAL 2-3']],
  [
    'the block that a line of closing marks ends',
    'a.ts',
    'function f() {\n  g();\n} // @segur A-1\n',
    ['function f 1-3'],
  ],
  ['nothing where there is nothing', 'a.ts', '// @segur A-1\n', ['-']],
  ['prose: nothing', 'a.md', '- @segur A-1\n', ['-']],
];

// @segur ST.ANN.06
describe('the code that an annotation speaks of', () => {
  for (const [title, path, text, bySyntax, byLook] of cases) {
    for (const by of ['syntax', 'look'] as const) {
      const expected = by === 'look' ? (byLook ?? bySyntax) : bySyntax;
      it(`${title} (${path}, by ${by})`, async () => {
        assert.deepEqual(await shownUnits(path, text, by), expected);
        assert.deepEqual(await shownUnits(path, text.replaceAll('\n', '\r\n'), by), expected);
      });
    }
  }

  it('is found behind a receiver of any length', async () => {
    for (const [receiver, name] of [
      [`a ${'\t'.repeat(5000)}B`, 'B.save'],
      [`s *Stack[${'K, '.repeat(1000)}V]${' '.repeat(5000)}`, 'Stack.save'],
    ]) {
      const text = `package a\n\n// @segur A-1\nfunc (${receiver ?? ''}) save() {\n}\n`;
      assert.deepEqual(await shownUnits('a.go', text, 'syntax'), [`method ${name ?? ''} 4-5`]);
    }
  });
});
