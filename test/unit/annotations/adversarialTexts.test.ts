import { strict as assert } from 'node:assert';
import { languageForPath } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';

/** Of each text, the annotations named `Y-…` stand in comments; those named `N-…` do not, though they look like it. */
const texts: readonly (readonly [path: string, text: string])[] = [
  [
    'a.ts',
    'const a = "// @segur N-1"; // @segur Y-1\nconst b = \'/* @segur N-2 */\'; /* @segur Y-2 */\nconst c = `// @segur N-3 ${ x /* @segur Y-3 */ + `//@segur N-4 ${"}" /* @segur Y-4 */}` } // @segur N-5`; // @segur Y-5',
  ],
  [
    'a.ts',
    'const re = /[/"]\\/\\/ @segur N-1/g; // @segur Y-1\nconst d = a / b; // @segur Y-2 /\nconst e = (a) / 2; // @segur Y-3\nx = a++ / 2 // @segur Y-4\nif (x) /"/.test(y); // @segur Y-5\nreturn /\'/; // @segur Y-6',
  ],
  ['a.ts', '// one\n// two\n/"\'`/.test(x); // @segur Y-1\n'],
  [
    'a.ts',
    'const x = a ? /`/ : /"/; // @segur Y-1\nconst y = [/`/, /\'/]; // @segur Y-2\nfoo(/`/); // @segur Y-3\nconst z = {a: /`/}; // @segur Y-4\nconst w = a && /`/; // @segur Y-5\nconst q = !/`/.test(x); // @segur Y-6\n() => /`/; // @segur Y-7',
  ],
  [
    'a.ts',
    'const o = { a: 1 } / 2; // @segur Y-1\nfunction f() {}\n/`/.test(x); // @segur Y-2\nthis.x /y/ 2; // @segur Y-3\nobj.return / 2; // @segur Y-4 /\n',
  ],
  [
    'a.ts',
    'const a = <T,>(x: T) => x; // @segur Y-1\nconst b = a < c; // @segur Y-2\nconst u = "http://x"; // @segur Y-3\nconst t = tag`a\\`// @segur N-1`; // @segur Y-4',
  ],
  [
    'a.tsx',
    'const a = <div title="// @segur N-1">text // @segur N-2 don\'t {/* @segur Y-1 */} <b/> /* @segur N-3 */ {"// @segur N-4"} `\n</div>; // @segur Y-2\n',
  ],
  [
    'a.tsx',
    "const a = (\n  <>\n    it's {x} // @segur N-1\n    {list.map((i) => (\n      // @segur Y-1\n      <li key={i /* @segur Y-2 */}>a &lt; b {'}'}</li>\n    ))}\n  </>\n); // @segur Y-3",
  ],
  [
    'a.tsx',
    'const f = <T,>(x: T) => x; // @segur Y-1\nconst g = <T extends object>(x: T) => x; // @segur Y-2\nif (a < b && c > d) { } // @segur Y-3\nconst m = new Map<string, number>(); // @segur Y-4\nfunction id<T>(a: T) { return a; } // @segur Y-5',
  ],
  ['a.tsx', 'return cond ? <A b={`x`}>it\'s</A> : <B />; // @segur Y-1\nconst x = a && <p>"</p>; // @segur Y-2\n'],
  ['a.jsx', '<A // @segur Y-1\n  b="1" /* @segur Y-2 */\n/>; // @segur Y-3'],
  [
    'A.java',
    'String s = """\n // @segur N-1\n "quoted" /* @segur N-2 */\n """; // @segur Y-1\nchar c = \'"\'; // @segur Y-2\nchar d = \'\\\'\'; // @segur Y-3\nString t = "\\"// @segur N-3"; /** @segur Y-4 */',
  ],
  [
    'A.kt',
    'val s = """ // @segur N-1 ${ x /* @segur Y-1 */ } "q" """ // @segur Y-2\n/* a /* b */ @segur Y-3 */ val t = "// @segur N-2" // @segur Y-4\nval c = \'"\' // @segur Y-5',
  ],
  [
    'A.scala',
    'val s = """ // @segur N-1""" // @segur Y-1\n/* a /* b */ @segur Y-2 */\nval c = \'"\' // @segur Y-3\nval sym = \'sym // @segur Y-4\nval i = s"a ${ "x" /* @segur Y-5 */ } // @segur N-2" // @segur Y-6',
  ],
  [
    'a.c',
    "#include <a//b>\nchar *s = \"// @segur N-1 \\\n still @segur N-2\"; // @segur Y-1\nchar c = '\"'; // @segur Y-2\n// spliced \\\n @segur Y-3\nint x; /* @segur Y-4 */\n#define A '\\'' // @segur Y-5",
  ],
  [
    'a.cpp',
    'auto s = R"x(// @segur N-1 )" )x"; // @segur Y-1\nauto n = 1\'000\'000; // @segur Y-2\nauto u = u8R"(// @segur N-2)"; // @segur Y-3\nauto w = LR"(" // @segur N-3)"; // @segur Y-4\nchar c = u\'"\'; // @segur Y-5\nint h = 0xAB\'CD; // @segur Y-6\nFOOR"(x)"; // @segur Y-7',
  ],
  [
    'a.cs',
    'var a = @"C:\\"; // @segur Y-1\nvar b = @"say ""// @segur N-1"" "; // @segur Y-2\nvar c = $"{x /* @segur Y-3 */} // @segur N-2"; // @segur Y-4\nvar d = """\n// @segur N-3 "\n"""; // @segur Y-5\nvar e = $$"""{{x}} {// @segur N-4}"""; // @segur Y-6\nvar f = $@"{{ // @segur N-5 }}"; // @segur Y-7\nchar g = \'"\'; // @segur Y-8\nvar h = $"{d["k"]} // @segur N-6"; // @segur Y-9\n/// <summary>@segur Y-10</summary>',
  ],
  [
    'a.go',
    "s := `// @segur N-1 \\`; // @segur Y-1\nr := '\"' // @segur Y-2\nt := \"// @segur N-2\" // @segur Y-3\n/* @segur Y-4 */ u := '\\'' // @segur Y-5",
  ],
  [
    'a.rs',
    'let a = r#"// @segur N-1 " "#; // @segur Y-1\nlet b = \'"\'; // @segur Y-2\nfn f<\'a>(x: &\'a str) {} // @segur Y-3\n/* a /* b */ @segur Y-4 */\nlet c = b\'\\\'\'; // @segur Y-5\nlet d = "multi\n// @segur N-2"; // @segur Y-6\nlet e = br##"// @segur N-3"# "##; // @segur Y-7\nlet lf: &\'static str = "x"; // @segur Y-8\nlet raw = r"C:\\"; // @segur Y-9\n/// @segur Y-10\n//! @segur Y-11\nlet \\u = \'\\u{1F600}\'; // @segur Y-12\nlet r#type = 1; // @segur Y-13\nfor x in y {} // @segur Y-14',
  ],
  [
    'a.swift',
    'let a = #"// @segur N-1 \\" "#; // @segur Y-1\nlet b = """\n// @segur N-2 "x"\n"""; // @segur Y-2\nlet c = "\\(x /* @segur Y-3 */) // @segur N-3" // @segur Y-4\n/* a /* b */ @segur Y-5 */\n#if DEBUG // @segur Y-6\nlet d = "\\(dict["k"]!) // @segur N-4" // @segur Y-7',
  ],
  [
    'a.php',
    '<p>// @segur N-1 don\'t</p>\n<!-- @segur Y-1 -->\n<?php $a = "// @segur N-2"; // @segur Y-2\n# @segur Y-3\n#[Attr("// @segur N-3")] /* @segur Y-4 */\n$b = <<<EOT\n// @segur N-4\n  EOT; // @segur Y-5\n$c = <<<\'X\'\n# @segur N-5\nX;\n// x ?> // @segur N-6 <?php // @segur Y-6\n?>\n<b>// @segur N-7</b>\n<?= $x /* @segur Y-7 */ ?> # @segur N-8\n',
  ],
  [
    'a.py',
    '"""Doc.\n\n@segur Y-1\n"""\nx = "# @segur N-1" # @segur Y-2\ny = """\n# @segur N-2\n"""\ndef f(a: str = "x") -> int:\n    """@segur Y-3"""\n    z = \'\'\'# @segur N-3\'\'\' # @segur Y-4\n    return f"{d[\'#\']} # @segur N-4" # @segur Y-5\nclass A(B):\n    # c1\n    # c2\n    r"""@segur Y-6"""\n    s = r"\\" # @segur N-5" # @segur Y-7\nfoo("""\n@segur N-6""")\n',
  ],
  [
    'a.py',
    '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\'\'\'\n@segur Y-1\n\'\'\'\nasync def f(\n    a,\n    b: Dict[str, int],\n) -> Dict[str, str]:\n    """\n    @segur Y-2\n    """\n    if x:\n        """@segur N-1"""\n    x = {"a":\n      """@segur N-2"""}\n    lam = lambda: """@segur N-3"""\n',
  ],
  [
    'a.rb',
    '=begin\n@segur Y-1\n=end\nx = "# @segur N-1 #{y # @segur Y-2\n}" # @segur Y-3\ns = <<~EOS\n  # @segur N-2\nEOS\n# @segur Y-4\nt = %q(# @segur N-3 (nested) \') # @segur Y-5\nu = %w[# @segur N-4] # @segur Y-6\nv = a % b # @segur Y-7\nw = /# @segur N-5/ # @segur Y-8\nz = ?" # @segur Y-9\nr = %r{# @segur N-6} # @segur Y-10\nfoo(<<A, <<B)\n# @segur N-7\nA\n# @segur N-8\nB\n# @segur Y-11\nx << y # @segur Y-12\narr <<VALUE if false # @segur Y-13\n__END__\n# @segur N-9\n',
  ],
  [
    'a.pl',
    '=pod\n\n@segur Y-1\n\n=cut\nmy $x = "# @segur N-1"; # @segur Y-2\nmy $n = $#array; # @segur Y-3\nprint <<"EOT"; # @segur Y-4\n# @segur N-2\nEOT\nmy $q = q{# @segur N-3 {nested} \'}; # @segur Y-5\n$x =~ s/#/"/; # @segur Y-6\n$x =~ m{#}; # @segur Y-7\n$x =~ tr/#/"/; # @segur Y-8\nmy %h = (s => 1, y => "#"); # @segur Y-9\n$x =~ s{a}{"}g; # @segur Y-10\nmy @w = qw(# "); # @segur Y-11\n$h{s} = 1; # @segur Y-12\n$y = $z / 2; # @segur Y-13 /\n__END__\n# @segur N-4\n',
  ],
  [
    'a.sh',
    'echo "# @segur N-1" # @segur Y-1\necho $# # @segur Y-2\necho ${#a} # @segur Y-3\necho a#b # @segur Y-4\ncat <<EOF # @segur Y-5\n# @segur N-2 don\'t\nEOF\ncat <<-\'X\'\n\t# @segur N-3\n\tX\necho \\" # @segur Y-6\necho \'# @segur N-4\' # @segur Y-7\necho $\'it\\\'s # @segur N-5\' # @segur Y-8\nx=$((1 << 2)) # @segur Y-9\ncat <<< "x" # @segur Y-10\necho "$(echo "# @segur N-6")" # @segur Y-11\nfoo#@segur N-7\n',
  ],
  [
    'a.ps1',
    '<# @segur Y-1 #>\n$a = "# @segur N-1" # @segur Y-2\n$b = @"\n# @segur N-2 "\n"@ # @segur Y-3\n$c = \'it\'\'s # @segur N-3\' # @segur Y-4\n$d = "`" # @segur N-4" # @segur Y-5\n$e = @\'\n# @segur N-5\n\'@\n# @segur Y-6\n',
  ],
  [
    'a.sql',
    "select '-- @segur N-1', 'it''s /* @segur N-2 */' -- @segur Y-1\n/* @segur Y-2 */\nselect $$ -- @segur N-3 $$; -- @segur Y-3\nselect $a$ '-- @segur N-4 $a$; -- @segur Y-4\ncreate function f() returns int as $body$ -- @segur Y-5\nselect '-- @segur N-5' $body$; -- @segur Y-6\nselect \"-- @segur N-6\" -- @segur Y-7\nselect E'\\' -- @segur N-7' -- @segur Y-8\n",
  ],
  [
    'a.pls',
    "x := q'[it's -- @segur N-1]'; -- @segur Y-1\ny := 'a' || 'b'; /* @segur Y-2 */\nx := nq'{-- @segur N-2}'; -- @segur Y-3\n",
  ],
  [
    'a.pas',
    "x := '// @segur N-1'; // @segur Y-1\n{ @segur Y-2 }\n(* @segur Y-3 *)\ny := 'it''s { @segur N-2 }'; { @segur Y-4 }\n",
  ],
  [
    'a.vb',
    'x = "\' @segur N-1" \' @segur Y-1\nREM @segur Y-2\nDim s = "a""\' @segur N-2" \' @segur Y-3\nx = 1 : Rem @segur Y-4\nDim remark = "x" \' @segur Y-5\n',
  ],
  [
    'a.cbl',
    '000100 IDENTIFICATION DIVISION.\n000200* @segur Y-1\n000300/ @segur Y-2\n      * @segur Y-3\n           DISPLAY "*> @segur N-1" *> @segur Y-4\n           DISPLAY "a" * 2 @segur N-2\n',
  ],
  [
    'a.f',
    "C @segur Y-1\nc @segur Y-2\n* @segur Y-3\n! @segur Y-4\n      CALL FOO('! @segur N-1') ! @segur Y-5\n      X = \"it's ! @segur N-2\" ! @segur Y-6\n",
  ],
  ['a.f90', "call foo('! @segur N-1') ! @segur Y-1\nx = 'it''s ! @segur N-2' ! @segur Y-2\ncall bar() ! @segur Y-3\n"],
  [
    'a.adb',
    "X : String := \"-- @segur N-1\"; -- @segur Y-1\nC : Character := '\"'; -- @segur Y-2\nY := X'Length; -- @segur Y-3\nZ := Character'('\"'); -- @segur Y-4\n",
  ],
  [
    'a.html',
    '<p title="<!-- @segur N-1 -->">text // @segur N-2</p>\n<!-- @segur Y-1 -->\n<!--@segur Y-2-->\n<script>let a = "// @segur N-3"; // @segur Y-3\n</script>\n<style>/* @segur Y-4 */ a { content: "/* @segur N-4 */" }</style>\n<script type="text/template">// @segur N-5\n</script><!-- @segur Y-5 --><p>don\'t</p>\n<SCRIPT>// @segur Y-6\n</SCRIPT>\n',
  ],
  [
    'a.html',
    '<script>\n// it\'s </script> <!-- @segur Y-1 -->\n<script>\nvar s = "<!-- @segur N-1 -->"; \n</script>\n<textarea><!-- @segur N-2 --></textarea>\n',
  ],
  [
    'a.vue',
    '<template>\n  <div>// @segur N-1 it\'s</div>\n  <!-- @segur Y-1 -->\n</template>\n<script setup lang="ts">\nconst x: Array<string> = []; // @segur Y-2\n</script>\n<style lang="scss">\n// @segur Y-3\n</style>\n',
  ],
  [
    'a.svelte',
    '<script lang="ts">\n  // @segur Y-1\n</script>\n<p>it\'s // @segur N-1 {x /* @segur Y-2 */}</p>\n<!-- @segur Y-3 -->\n{#if x}// @segur N-2{/if}\n',
  ],
  [
    'a.astro',
    '---\n// @segur Y-1\nconst a = "// @segur N-1";\n---\n<p>// @segur N-2 {/* @segur Y-2 */}</p>\n<!-- @segur Y-3 -->\n',
  ],
  [
    'a.cshtml',
    '@* @segur Y-1 *@\n@{ var x = "// @segur N-1"; // @segur Y-2\n}\n<p>// @segur N-2</p>\n<!-- @segur Y-3 -->\n',
  ],
  [
    'a.jsp',
    '<%-- @segur Y-1 --%>\n<% String s = "// @segur N-1"; // @segur Y-2\n%>\n<p>// @segur N-2</p><!-- @segur Y-3 -->\n<%! int x; /* @segur Y-4 */ %>\n<%= x /* @segur Y-5 */ %> // @segur N-3\n',
  ],
  [
    'a.xml',
    '<a b="<!-- @segur N-1 -->"><!-- @segur Y-1 --><![CDATA[ <!-- @segur N-2 --> ]]></a>\n<!--@segur Y-2-->\n<?xml-stylesheet a?>\n<p>it\'s a "quote</p> <!-- @segur Y-3 -->\n',
  ],
  [
    'a.css',
    'a { content: "/* @segur N-1 */"; } /* @segur Y-1 */\nb { background: url(http://x/*.png); } // @segur N-2\n/* @segur Y-2 */\n',
  ],
  ['a.scss', '// @segur Y-1\na { b: url(http://x); } // @segur Y-2\nc { content: "// @segur N-1" } /* @segur Y-3 */\n'],
  [
    'a.yaml',
    "a: \"# @segur N-1\" # @segur Y-1\nb: |\n  # @segur N-2\n  it's\nc: it's # @segur Y-2\nd: x#y @segur N-3\n- >-\n  # @segur N-4\n# @segur Y-3\ne: 'it''s # @segur N-5' # @segur Y-4\nf: a - | # @segur Y-5\n   g: \"multi\n  # @segur N-6\" # @segur Y-6\nh: |2 # @segur Y-7\n   # @segur N-7\n\n   # @segur N-8\ni: 1 # @segur Y-8\n",
  ],
  [
    'a.yaml',
    'run: |\n    # @segur N-1\n\n    x\n  # @segur Y-1\nlist:\n- name: |\n    # @segur N-2\n  # @segur Y-2\n  b: &a |\n    # @segur N-3\n  c: !!str |\n    # @segur N-4\n# @segur Y-3\n',
  ],
  [
    'a.toml',
    'a = "# @segur N-1" # @segur Y-1\nb = """\n# @segur N-2\n""" # @segur Y-2\nc = \'\'\'\n# @segur N-3\n\'\'\'\nd = \'C:\\\' # @segur Y-3\n',
  ],
  ['a.ini', '; @segur Y-1\n# @segur Y-2\na = "; @segur N-1" ; @segur Y-3\nb = it\'s ; @segur Y-4\n'],
  ['a.jsonc', '{ "a": "// @segur N-1" // @segur Y-1\n/* @segur Y-2 */ }'],
  ['Dockerfile', '# @segur Y-1\nRUN echo "# @segur N-1" # @segur N-2\nRUN <<EOF\n# @segur N-3\nEOF\n  # @segur Y-2\n'],
  [
    'Makefile',
    '# @segur Y-1\nall: # @segur Y-2\n\techo "# @segur N-1"\n\techo \\# @segur N-2\nx = it\'s # @segur Y-3\n# cont \\\n @segur Y-4\n',
  ],
  [
    'a.tf',
    '# @segur Y-1\n// @segur Y-2\n/* @segur Y-3 */\na = "# @segur N-1 ${x}" # @segur Y-4\nb = <<-EOT\n  # @segur N-2 "\n  EOT\n# @segur Y-5\n',
  ],
  [
    'a.groovy',
    'def a = """// @segur N-1 ${x}""" // @segur Y-1\ndef b = \'\'\'// @segur N-2\'\'\' // @segur Y-2\ndef c = ~/\\/\\/ "/ // @segur Y-3\ndef d = $/ // @segur N-3 /$ // @segur Y-4\ndef e = 4 / 2 // @segur Y-5\n',
  ],
  [
    'a.dart',
    'var a = r"C:\\"; // @segur Y-1\nvar b = """// @segur N-1"""; // @segur Y-2\nvar c = "${x /* @segur Y-3 */} // @segur N-2"; // @segur Y-4\n/* a /* b */ @segur Y-5 */\n/// @segur Y-6\n',
  ],
  [
    'a.lua',
    '-- @segur Y-1\n--[[ @segur Y-2 ]]\n--[==[ ]] @segur Y-3 ]==]\nx = [[ -- @segur N-1 ]] -- @segur Y-4\ny = [=[ ]] -- @segur N-2 ]=] -- @segur Y-5\nz = a[b[1]] -- @segur Y-6\n',
  ],
  [
    'a.r',
    'x <- "# @segur N-1" # @segur Y-1\ny <- r"(# @segur N-2 ")" # @segur Y-2\nz <- \'# @segur N-3\' # @segur Y-3\n`it # @segur N-4` # @segur Y-4\n',
  ],
  [
    'a.m',
    "x = [1 2]'; % @segur Y-1\ny = '% @segur N-1'; % @segur Y-2\nz = a'; w = '% @segur N-2'; % @segur Y-3\n%{\n@segur Y-4\n%}\nfprintf('%d it''s % @segur N-3'); % @segur Y-5\nb = [a' '% @segur N-4']; % @segur Y-6\nc = x.'; % @segur Y-7\nd = \"% @segur N-5\"; % @segur Y-8\ne = 1 ... @segur Y-9\n",
  ],
  [
    'a.hs',
    'x = "-- @segur N-1" -- @segur Y-1\n{- a {- b -} @segur Y-2 -}\ny = \'"\' -- @segur Y-3\nf\' = g\' -- @segur Y-4\na --> b @segur N-2\n--| @segur N-3\n-- | @segur Y-5\nz = "multi\\\n  \\-- @segur N-4" -- @segur Y-6\nq = x |-- @segur N-5\n',
  ],
  [
    'a.erl',
    'X = "% @segur N-1", % @segur Y-1\nY = $", % @segur Y-2\nZ = \'% @segur N-2\', % @segur Y-3\nW = $\\", % @segur Y-4\n%% @segur Y-5\nV = $%, % @segur Y-6\n',
  ],
  [
    'a.ex',
    '# @segur Y-1\nx = "# @segur N-1 #{y}" # @segur Y-2\n@doc """\n# @segur N-2 "x"\n"""\ny = ~s(# @segur N-3) # @segur Y-3\nz = ?" # @segur Y-4\nw = ~r/#"/ # @segur Y-5\nv = ~S"""\n# @segur N-4\n"""\n# @segur Y-6\nfoo?() # @segur Y-7\n',
  ],
  [
    'a.clj',
    '; @segur Y-1\n(def a "; @segur N-1") ;; @segur Y-2\n(def b \\") ; @segur Y-3\n(def c \\;) ; @segur Y-4\n(def d #"; @segur N-2") ; @segur Y-5\n',
  ],
  ['a.mumps', 'FOO ; @segur Y-1\n W "; @segur N-1" ; @segur Y-2\n S X="a""; @segur N-2" ;@segur Y-3\n'],
  ['a.properties', '# @segur Y-1\n! @segur Y-2\na=b # @segur N-1\nc=it\'s "\n  # @segur Y-3\n'],
  ['.env', '# @segur Y-1\nA="# @segur N-1" # @segur Y-2\nB=a#b @segur N-2\nC=\'# @segur N-3\' # @segur Y-3\n'],
  [
    'a.dfy',
    '// @segur Y-1\n/* @segur Y-2 */\nvar s := "// @segur N-1"; // @segur Y-3\nvar v := @"\\"; // @segur Y-4\nvar c := \'"\'; // @segur Y-5\nvar x\' := x; // @segur Y-6\n',
  ],
  [
    'a.md',
    '# Title\n\n@segur Y-1\n- @segur Y-2\n> @segur Y-3\n| @segur Y-4 | x |\ntext @segur N-1\n```\n@segur N-2\n```\n`@segur N-3`\n<!-- @segur Y-5 -->\n    indented\n1. @segur Y-6\n* @segur Y-7\n- [ ] @segur Y-8\n~~~\n<!-- @segur N-4 -->\n~~~\n## @segur Y-9\n',
  ],
  ['a.txt', '@segur Y-1\n  * @segur Y-2\ntext @segur N-1\nmail user@segur N-2\n`@segur N-3`\n'],
  [
    'a.unknownext',
    '// @segur Y-1\n/* @segur Y-2 */\n# @segur Y-3\n-- @segur Y-4\n; @segur Y-5\n\' @segur Y-6\n% @segur Y-7\n * @segur Y-8\nx = "// @segur N-1" // @segur Y-9\nurl = http://@segur N-2\n@segur Y-10\nl\'annuaire // @segur Y-11\n',
  ],
  [
    'a.ml',
    "(* @segur Y-1 (* b *) @segur Y-2 *)\nlet x = \"(* @segur N-1 *)\" (* @segur Y-3 *)\nlet c = '\"' (* @segur Y-4 *)\nlet q = {|(* @segur N-2 *)|} (* @segur Y-5 *)\nlet f x' = x' (* @segur Y-6 *)\n",
  ],
  [
    'a.fs',
    '// @segur Y-1\n(* @segur Y-2 *)\nlet x = "// @segur N-1" // @segur Y-3\nlet v = @"C:\\" // @segur Y-4\nlet t = """ " // @segur N-2""" // @segur Y-5\nlet op = (*) 1 2 // @segur Y-6\nlet f x\' = x\' // @segur Y-7\n',
  ],
  ['a.tex', '% @segur Y-1\n50\\% @segur N-1\n\\\\% @segur Y-2\n'],
  [
    'a.vhd',
    '-- @segur Y-1\nx <= "-- @segur N-1"; -- @segur Y-2\nc <= \'"\'; -- @segur Y-3\nif clk\'event then -- @segur Y-4\n',
  ],
  ['a.v', '// @segur Y-1\n/* @segur Y-2 */\nx = "// @segur N-1"; // @segur Y-3\ny = 4\'b1010; // @segur Y-4\n'],
  ['a.bat', ':: @segur Y-1\nREM @segur Y-2\n@rem @segur Y-3\necho "REM @segur N-1"\n'],
  ['a.tcl', '# @segur Y-1\nset a "# @segur N-1" ;# @segur Y-2\n'],
  [
    'a.jl',
    '# @segur Y-1\n#= @segur Y-2 #= x =# @segur Y-3 =#\nx = "# @segur N-1 $(y)" # @segur Y-4\nc = \'"\' # @segur Y-5\nA\' # @segur Y-6\n"""\n# @segur N-2\n"""\n',
  ],
  [
    'a.zig',
    '// @segur Y-1\nconst a = "// @segur N-1"; // @segur Y-2\nconst b =\n    \\\\// @segur N-2\n; // @segur Y-3\nconst c = \'"\'; // @segur Y-4\n',
  ],
  ['a.graphql', '# @segur Y-1\n"""\n# @segur N-1\n"""\ntype A { b: String } # @segur Y-2\n'],
  ['a.proto', '// @segur Y-1\nstring a = 1 [default = "// @segur N-1"]; // @segur Y-2\n'],
  ['a.m', '#import <X.h>\n// @segur Y-1\nNSString *s = @"// @segur N-1"; // @segur Y-2\n'],
  [
    'a.lisp',
    '; @segur Y-1\n#| @segur Y-2 #| x |# @segur Y-3 |#\n(setf a "; @segur N-1") ; @segur Y-4\n(setf c #\\") ; @segur Y-5\n',
  ],
  ['a.js', 'const c = 1<<a, d = b<<e; x = 1<<(e-1); // @segur Y-1\n'],
];

function idsIn(path: string, text: string): string[] {
  const { annotations } = parseAnnotations(text, { language: languageForPath(path, text), marker: '@segur' });
  return annotations.flatMap((annotation) => annotation.ids.map((id) => id.raw));
}

// @segur ST.ANN.01
describe('texts where comments and other text are hard to tell apart', () => {
  for (const [index, [path, text]] of texts.entries()) {
    const expected = [...text.matchAll(/@segur (Y-\d+)/gu)].map((match) => match[1]);

    it(`${path}, text ${index + 1}: exactly the annotations in comments`, () => {
      assert.deepEqual(idsIn(path, text), expected);
    });

    it(`${path}, text ${index + 1}: the same with CRLF`, () => {
      assert.deepEqual(idsIn(path, text.replaceAll('\n', '\r\n')), expected);
    });
  }
});
