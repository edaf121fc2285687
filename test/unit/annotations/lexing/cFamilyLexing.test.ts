import { lexCases } from './lexCases';

describe('comments of the languages of the C family', () => {
  lexCases(
    'a.c',
    {
      'a backslash at the end of the line carries a line comment on': '// a \\\n  § \\\n§\nint x = "¤";',
      'two backslashes at the end of the line do so too': '// a \\\\\n §\nint x = "¤";',
      'a backslash inside the opener': 'int x; /\\\n/ §\nint y; /\\\n* § *\\\n/ char *s = "¤";',
      'a trigraph is no backslash': '// a ??/\nchar *s = "// ¤";',
      'digit separators and character literals': "int a = 1'000; char c = '\"'; int b = 0xF'F; char d = '\\''; // §",
      'prefixed character literals': "x = L'\"'; y = u8'\"'; z = U'\"'; // §",
      'a quote escaped in a string': 'char *s = "\\\\\\" // ¤"; // §',
      'a string carried on': 'char *s = "a \\\n // ¤ \\\n b"; // §',
      'code that the preprocessor drops is code': '#if 0\nchar *s = "// ¤"; // §\n#endif',
      'an apostrophe in code that the preprocessor drops':
        "#if 0\nit's // ¤ after a string that ends with its line\n#endif\nint x; // §",
      'an apostrophe in an error message': "#error can't\nint x; // §",
      'an address in an include': '#include <a//b.h>\n#include "c//¤.h"\nint x; // §',
      'comments that look like others': '/* // */ x = "¤"; // /* §\ny = 1; /*/ § */',
      'a star and a slash apart': "/* a * / § **/ char c = '/';",
      'a division by what a pointer points to is a comment in C': 'x = a /*b; § */;',
      'unterminated string ends with its line': 'char *s = "a\nint x; // §',
      'unterminated character ends with its line': "char c = 'a\nint x; // §",
      'unterminated comment goes to the end': 'int x;\n/* a\n §',
    },
    '// §',
  );
  lexCases(
    'a.cpp',
    {
      'raw strings with delimiters': 'auto s = R"x(// ¤ )" )y" )x"; // §',
      'raw strings with prefixes': 'auto s = LR"(" // ¤)" + uR"(" // ¤)" + UR"(" // ¤)" + u8R"(" // ¤)"; // §',
      'a raw string over lines, with a backslash at the end': 'auto s = R"(a \\\n // ¤ " \\)"; // §',
      'a raw string with an empty body': 'auto s = R"()"; // §',
      'a delimiter that is too long opens no raw string': 'auto s = R"12345678901234567(a"; // §',
      'a word that ends in R before a string': 'auto s = FOOR"(x"; // §',
      'digit separators in every base': "auto a = 0b1'0 + 0x'0 + 1'0.0'1 + 07'7; // §",
      'a character literal after a word': "return'\"'; // §",
      'a user-defined suffix': 'auto s = "// ¤"_s; auto c = \'"\'_c; // §',
      'templates and shifts': 'a<b<c>> x; y = z >> 2 / 1; // §',
      'unterminated raw string goes to the end': 'auto s = R"x(\n// ¤',
    },
    '// §',
  );
  lexCases(
    'A.java',
    {
      'text blocks with quotes and escapes': 'String s = """\n // ¤ "" \\""" // ¤\n """; // §',
      'a text block next to strings': 'String s = "" + """\n// ¤""" + ""; // §',
      'character literals': "char a = '\"', b = '\\'', c = '\\\\', d = '\\u0022'; // §",
      'a backslash written as a Unicode escape': 'char a = \'\\u005c\'\'; String s = "\\u005c" // ¤"; // §',
      'a quote written as a Unicode escape': 'String s = "a\\u0022; // §',
      'an escaped backslash before a u': 'String s = "\\\\u0022 // ¤"; // §',
      'comments do not nest': '/* a /* § */ String s = "¤"; // §',
      'templates of strings': 'var s = STR."a // ¤ \\{x}"; // §',
      'unterminated string ends with its line': 'String s = "a\nint x; // §',
      'unterminated text block goes to the end': 'String s = """\n// ¤\n',
    },
    '// §',
  );
  lexCases(
    'a.cs',
    {
      'verbatim strings that start or end with quotes': 'var s = @"""// ¤"""; // §\nvar t = @"a""\n// ¤"; // §',
      'verbatim, empty': 'var s = @"" + @""""; // §',
      'raw strings of several quotes': 'var s = """" // ¤ """ """"; // §\nvar t = """// ¤ "" """; // §',
      'a raw string that ends in more quotes than it began': 'var s = """// ¤""""; // §',
      'interpolated raw strings': 'var s = $$"""{ // ¤ } {{ x /* § */ }} """; // §',
      'interpolated strings with strings and formats in holes':
        'var s = $"{x:// ¤}"; var t = $"{f("}" /* § */)} // ¤"; // §',
      'interpolated verbatim': 'var s = $@"{x} ""// ¤"" {{"; var t = @$"\n// ¤ {y /* § */}"; // §',
      'character literals': "var a = '\"'; var b = '\\''; var c = '\\\\'; // §",
      'a verbatim identifier': 'var @class = 1; // §',
      'the preprocessor': '#region it\'s "a\nx = 1; // §\n#endregion',
      'UTF-8 strings': 'var s = "// ¤"u8; // §',
      'unterminated string ends with its line': 'var s = "a\nx = 1; // §',
    },
    '// §',
  );
  lexCases(
    'a.go',
    {
      'raw strings have no escapes': 's := `\\`; t := "`// ¤"; // §',
      runes: "a := '`'; b := '\"'; c := '\\''; d := '\\\\'; // §",
      'raw strings over lines': 's := `a\n// ¤ "\n`; // §',
      'directives are comments': '//go:build linux §',
      'comments do not nest': '/* /* § */ s := "¤" // §',
      'unterminated rune ends with its line': "a := 'x\nb := 1 // §",
    },
    '// §',
  );
  lexCases(
    'a.rs',
    {
      'lifetimes and labels': "fn f<'a, 'b: 'a>(x: &'a str, y: &'b str) { 'x: loop { break 'x; } } // §",
      characters: "let c = ['\"', '\\'', '\\\\', '\\u{22}', '\\x22', '/', '😀', b'\"', b'\\'']; // §",
      'a lifetime before a character': "f::<'a>('\"'); // §",
      'raw strings': 'let s = r"\\"; let t = r#""// ¤"#; let u = r##""#// ¤"##; // §',
      'byte and C strings': 'let s = b"// ¤\\""; let t = br#"" // ¤"#; let u = cr#"" // ¤"#; let v = c"// ¤"; // §',
      'strings over lines': 'let s = "a\n// ¤\\\n // ¤"; // §',
      'raw identifiers': 'let r#type = r#match; let br = 1; // §',
      'raw lifetimes': 'fn f<\'r#a>(x: &\'r#a str) {} let s = "// ¤"; // §',
      'nested comments': '/* /* */ // /* */ § */ let s = "¤"; /**/ /***/ // §',
      'a macro with what is no code': "m!(it's); // §\nm!('a '\"' b); // §",
      attributes: '#![doc = "// ¤"] #[cfg(x)] // §\n//! §\n/*! § */',
      'unterminated string goes to the end': 'let s = "a\n// ¤',
      'unterminated comment that opened another': '/* a /* b */ §',
    },
    '// §',
  );
  lexCases(
    'a.dfy',
    {
      'primes in names': "var x' := y''; var z := x'+'\"'; // §",
      'character literals': "var c := ['\"', '\\'', '\\\\', '\\U{1F600}', '/']; // §",
      'verbatim strings': 'var s := @"a\\"; var t := @"""// ¤"""; // §\nvar u := @"\n// ¤"; // §',
      'nested comments': '/* /* */ § */ var s := "¤"; // §',
      attributes: 'method {:axiom} {:extern "// ¤"} M() // §',
      'a type with a tick': "type T'<X> = x: X | x'in s // §",
      'unterminated string ends with its line': 'var s := "a\nvar x; // §',
    },
    '// §',
  );
  lexCases(
    'a.kt',
    {
      'templates in raw strings': 'val s = """ ${ """// ¤""" } // ¤ $x "" """"; // §',
      'raw strings have no escapes': 'val s = """\\"""; // §',
      'templates in strings': 'val s = "${ if (x) "// ¤" else { "}" } /* § */ } // ¤"; // §',
      'a dollar alone': 'val s = "$ // ¤"; val t = "\\${ // ¤"; // §',
      characters: "val c = '\"'; val d = '\\''; val e = '$'; // §",
      'names between backquotes': "fun `it's a // ¤ test`() {} // §",
      'nested comments': '/* /* */ § */ val s = "¤" // §',
      'labels and annotations': 'return@outer x // §\n@file:JvmName("// ¤") // §',
      'several dollars': 'val s = $$"""${// ¤} $${x}"""; // §',
      'unterminated string ends with its line': 'val s = "a\nval x = 1 // §',
    },
    '// §',
  );
  lexCases(
    'A.scala',
    {
      'symbols and characters': "val a = 'b; val c = '\"'; val d = '\\''; val e = '\\u0022' // §",
      'triple quotes': 'val s = """a\\""" + """// ¤ "" """" // §',
      interpolations: 's"${ "// ¤" /* § */ } // ¤" + raw"a\\b" + f"""${x} // ¤""" // §',
      'a plain string has no holes': 'val s = "${ // ¤" // §',
      'names between backquotes': "val `it's // ¤` = 1 // §",
      'nested comments': '/* /* */ § */ val s = "¤" // §',
      'type variables with quotes': "type T = List['\\n'] // §",
      'unterminated string ends with its line': 'val s = "a\nval x = 1 // §',
    },
    '// §',
  );
  lexCases(
    'a.groovy',
    {
      'slashy strings': 'def a = /\\/\\/ " ¤/ // §\ndef b = x / y / z // §',
      'slashy strings over lines': 'def a = /a\n// ¤ "\n/ // §',
      'dollar-slashy strings': 'def a = $/ // ¤ / $$ $/$ " /$ // §',
      'triple quotes': 'def a = \'\'\'it\'s // ¤\'\'\' // §\ndef b = """${x /* § */} // ¤ \\""" """ // §',
      'a pattern operator': "if (x ==~ /a\\/\\/'/) { } // §\nif (x =~ /'/) {} // §",
      'an escaped hole': 'def a = "\\${ // ¤" // §',
      'a shebang line': '#!/usr/bin/env groovy §\nx = 1 // §',
      'unterminated string ends with its line': 'def s = "a\ndef x = 1 // §',
    },
    '// §',
  );
  lexCases(
    'a.swift',
    {
      'raw strings': 'let a = #"\\ " // ¤"#; let b = ##""# // ¤"##; let c = #"\\"# // §',
      'holes in raw strings': 'let a = #"\\#(f("// ¤") /* § */) // ¤"# // §',
      'raw strings over lines': 'let a = #"""\n" // ¤ """\n"""# // §',
      holes: 'let a = "\\(x["k"]! /* § */) // ¤ \\(f(")"))" // §',
      'nested comments': '/* /* */ § */ let s = "¤" // §',
      'regular expressions': 'let r = /[/"]\\/\\/ ¤/ // §\nlet q = a / b // §\nlet s = #/ // ¤ " /# // §',
      directives: '#if os(iOS) // §\n#error("// ¤")',
      'unterminated string ends with its line': 'let s = "a\nlet x = 1 // §',
    },
    '// §',
  );
  lexCases(
    'a.dart',
    {
      'raw strings': 'var a = r"\\"; var b = r\'\\\'; var c = r"""\\ // ¤ """; // §',
      'triple quotes': "var a = '''it's // ¤ ${x /* § */} '''; // §",
      holes: "var a = '${b['k'] /* § */} // ¤ ${'}'}'; // §",
      'nested comments': '/* /* */ § */ var s = "¤"; // §',
      'a name that ends in r': "var r = 1; for(;;) {} var ar = '\\''; // §",
      'unterminated string ends with its line': "var s = 'a\nvar x = 1; // §",
    },
    '// §',
  );
  lexCases(
    'a.d',
    {
      'nested comments of the plus kind': '/+ /+ +/ § +/ /* /* § */ string s = "¤"; // §',
      'strings without escapes': 'auto a = `\\`; auto b = r"\\"; auto c = "\\" // ¤"; // §',
      'delimited strings': 'auto a = q"(// ¤ " (x))"; auto b = q"EOS\n// ¤ "\nEOS"; auto c = q"/ // ¤ "/"; // §',
      'token strings hold code': "auto a = q{ x = '\"'; /* § */ }; // §",
      characters: "auto c = '\"'; auto d = '\\''; // §",
      'unterminated comment goes to the end': '/+ /+ +/ §',
    },
    '// §',
  );
  lexCases(
    'a.zig',
    {
      'strings over lines': 'const s =\n    \\\\// ¤ "\n    \\\\// ¤\n; // §',
      characters: "const c = '\"'; const d = '\\''; const e = '\\\\'; // §",
      'quoted names': 'const @"// ¤" = 1; // §',
      'there are no block comments': 'const a = b /* ¤ ;\n// §',
      'unterminated string ends with its line': 'const s = "a\nconst x = 1; // §',
    },
    '// §',
  );
  lexCases('a.sol', { strings: 'string s = "// ¤\\""; hex"00"; unicode"// ¤ é"; // §' }, '// §');
  lexCases(
    'a.proto',
    { strings: "option a = \"// ¤\"; option b = '// ¤\\''; // §", 'comments do not nest': '/* /* § */ a = "¤";' },
    '// §',
  );
  lexCases(
    'a.sv',
    {
      'numbers with apostrophes': "x = 4'b1010; y = 'hFF; z = '{1, 2}; // §",
      'strings and casts': '$display("// ¤\\""); y = int\'(z); // §',
      attributes: '(* full_case *) x = 1; // §',
      'a macro': '`define A(x) "// ¤" // §',
    },
    '// §',
  );
  lexCases('a.css', {
    addresses: 'a { b: url(http://x/*¤*/y); } /* § */\nc { d: url( "/*¤*/" ); } /* § */',
    strings: 'a::before { content: "\\"/* ¤ */"; } /* § */\nb { content: \'/* ¤ */\' } /* § */',
    'line comments are none': 'a { b: c; // ¤\n} /* § */',
    'comments do not nest': '/* /* § */ a { b: "¤" }',
    'unterminated string ends with its line': 'a { content: "x\n} /* § */',
  });
  lexCases(
    'a.scss',
    {
      addresses: 'a { b: url(http://x//¤); c: url(//cdn/¤.png); } // §',
      'an import': '@import url(http://x); // §\n@import "http://¤"; // §',
      interpolation: 'a { width: calc(#{$a} / 2); } // §\nb-#{"// ¤"} { c: d } // §',
    },
    '// §',
  );
  lexCases(
    'a.tf',
    {
      templates: 'a = "${b ? "// ¤" : "}" /* § */} # ¤ %{ if x }# ¤%{ endif }" # §',
      'escaped templates': 'a = "$${ // ¤" # §\nb = "%%{ # ¤" # §',
      'here documents': 'a = <<EOT\n# ¤ "\n  EOT # ¤\nEOT\nb = <<-E\n  // ¤\n  E\nc = 1 # §',
      'comments of all kinds': '# §\n// §\n/* § */ a = "¤"',
      'unterminated string ends with its line': 'a = "b\nc = 1 # §',
    },
    '# §',
  );
  lexCases(
    'a.fs',
    {
      'strings in comments': '(* "*)" § *) let s = "¤" // §',
      'operators with stars': 'let f = (*) // §\nlet g = ( * ) // §\nlet h = (*)(*§*)',
      strings: 'let a = @"\\"; let b = """ " // ¤ \\""" ; let c = "\\" // ¤" // §',
      'interpolated strings': 'let a = $"{x (* § *)} // ¤"; let b = $"""{f "// ¤"} // ¤""" // §',
      'type variables and primes': "let f (x: 'a) x' = '\"' // §",
      characters: "let a = ['\"'; '\\''; '\\\\'; '\\u0022'] // §",
      'names between backquotes': "let ``it's // ¤`` = 1 // §",
      'a string over lines': 'let a = "b\n// ¤" // §',
    },
    '// §',
  );
  lexCases('a.json', { strings: '{ "a": "// ¤\\"", "b": "http://¤" } // §' }, '// §');
  lexCases(
    'a.ts',
    {
      'templates in templates': 'x = `${`${`// ¤ ${a /* § */}`} // ¤`} // ¤`; // §',
      'braces and strings in holes': 'x = `${{ a: { b: "}" } }} // ¤ ${f(`}`)} $ { \\${ // ¤`; // §',
      'comments in holes': 'x = `${\n// § }`\na}`; // §',
      'regular expressions in holes': "x = `${a.replace(/[`}]/g, '')} // ¤`; // §",
      'division after all kinds of operands': 'a = b / c; d = (e) / f; g = h[0] / i; j = 1 / k; l = this / m; // § /',
      'division after steps': 'a = b++ / c; d = e-- / f; // § /',
      'regular expressions after operators': 'a = b + /\'/.x; c = !/"/.y; d = e ? /`/ : /"/; f = [/`/]; g(/`/); // §',
      'regular expressions after words':
        "return /'/; typeof /'/; case /'/: void /'/; yield /'/; await /'/; x of /'/; throw /'/; // §",
      'regular expressions after conditions': 'if (a) /\'/.test(b); while (c(d)) /"/.x(); for (;;) /`/.y(); // §',
      'a property that is named like a word': 'a.return / b / c; d.if(e) / f; // §',
      'private names and optional chains': 'this.#in / 2; a?.typeof / 3; // § /',
      'classes and escapes in regular expressions': 'a = /[/\\]"]\\/[^/*]/g; // §\nb = /\\\\/; // §',
      'flags and sets': 'a = /[[a-z]--["\']]/v; // §',
      'a regular expression at the start of a statement': 'function f() {}\n/\'/.test(a); // §\n{ }\n/"/.test(b); // §',
      'a division after an object': 'x = {} / 2; // §\ny = f({}) / 2; // §',
      'an arrow with a regular expression': "x = () => /'/; // §",
      'type parameters': 'const f = <T,>(a: T): Array<T> => a; f<string>(b) / 2; const g = a < b / c; // §',
      'a regular expression after a type': "const a = <RegExp>/'/; // §",
      'a non-null mark before a division': 'const a = b! / c; // § /',
      'strings carried on': 'a = "b \\\n// ¤"; // §',
      'a name with a dollar': 'const $ = 1, _$ = $ / 2; // § /',
      'marks of HTML comments are operators': 'while (n --> 0) { a = b <!--c; } // §',
      'a template as a type': 'type A = `${B}// ¤`; // §',
      'unterminated string ends with its line': 'a = "b\nc = 1; // §',
      'unterminated regular expression is a division': 'a = (/b\nc = 1; // §',
      'unterminated template goes to the end': 'a = `b\n// ¤',
    },
    '// §',
  );
  lexCases(
    'a.tsx',
    {
      text: 'x = <p>// ¤ /* ¤ */ it\'s "a` {/* § */} &amp; </p>; // §',
      attributes: 'x = <a b="// ¤\\" c=\'/* ¤ */\' d={"// ¤"} {...e /* § */} />; // §',
      'attributes over lines': 'x = <a b="1\n // ¤" />; // §',
      'comments between attributes': 'x = <a\n  /* § */ b="1"\n  // §\n  c />; // §',
      'comments in fragments': 'x = </* § */>a // ¤</ /* § */>; // §\ny = <a>// ¤</a /* § */>; // §',
      'elements in attributes': 'x = <a b={<c>// ¤</c>} d=<e>// ¤</e> />; // §',
      'type arguments': 'x = <A<B<C>> /* § */ d="// ¤">// ¤</A>; // §\ny = <A<{ a: "// ¤" }> />; // §',
      'members and namespaces': 'x = <a.b.c>// ¤</a.b.c>; y = <a:b c:d="// ¤">// ¤</a:b>; // §',
      'a comparison': 'if (a < b && c > d) { x = "// ¤"; } // §',
      'an arrow in an attribute': 'x = <a b={() => { /* § */ return c > d; }}>// ¤</a>; // §',
      'after words and operators':
        'return <a>// ¤</a>;\nx = b && <a>// ¤</a>;\ny = c ? <a>// ¤</a> : <b>// ¤</b>; // §',
      'in a list and an arrow': 'x = [<a>// ¤</a>, () => <b>// ¤</b>]; // §',
      'generic functions':
        'const f = <T extends U>(a: T) => a; const g = <T,>(a: T) => a; const h = <const T,>(a: T) => a; // §',
      'a template in an element': 'x = <a>{`// ¤ ${<b>// ¤</b>}`}</a>; // §',
      'a brace in a string in an element': 'x = <a>{"}"}// ¤</a>; // §',
      'a closing mark in text': 'x = <a>a &gt; b => c // ¤</a>; // §',
    },
    '// §',
  );
});
