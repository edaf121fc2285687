import { lexCases } from './lexCases';

describe('comments of older, scientific and functional languages', () => {
  lexCases(
    'a.sql',
    {
      'nested comments of PostgreSQL': "/* a /* b */ § */ select '-- ¤'; -- §",
      'comments that do not nest where they would never close': "/* a /* § */ select '-- ¤'; -- §",
      'strings with doubled quotes and with backslashes': "select 'it''s -- ¤', 'c:\\', E'\\'-- ¤', 'x'; -- §",
      'dollar quotes': "select $$it's -- ¤$$, $a$ $$ -- ¤ $b$ $a$; -- §\nselect $1, a$b, c$$d; -- §",
      'bodies of functions': "create function f() returns int as $f$\n-- §\nselect '-- ¤' $f$ language sql; -- §",
      'names between quotes': 'select "a -- ¤", `b -- ¤`, [c] -- §',
      'names between brackets': "select [it's -- ¤] from t -- §",
      'arrays are no names': "select a[1], array['-- ¤'], x[2:3] -- §",
      'comments of MySQL': "select 1; # §\nselect '# ¤'; -- §\nselect a #> b, c #>> d, e # f; -- §".replace(
        ', e # f',
        '',
      ),
      hints: 'select /*+ § */ 1; /*! § */',
      'prefixed strings': "select N'-- ¤', X'00', U&'-- ¤', q'[it's -- ¤]'; -- §",
      'operators with dashes': "select 1 - -1, a->b, a->>'b'; -- §",
    },
    '-- §',
  );
  lexCases(
    'a.pas',
    {
      'comments in comments of the other kind': "{ (* § } x := '¤'; (* } § *) y := '¤'; // { §",
      strings: "x := 'it''s // ¤' + #39 + '{ ¤ }'; // §",
      directives: '{$R *.res} x := 1; // §',
      'text blocks': "x := '''\n it's // ¤\n ''';\n// §",
      'unterminated string ends with its line': "x := 'a\ny := 1; // §",
    },
    '// §',
  );
  lexCases(
    'a.vb',
    {
      strings: 'x = "a "" \' ¤" \' §',
      remarks: "REM §\nx = 1 : REM §\nremark = 2 ' §",
      'dates and characters': "d = #1/1/2020# ' §\nc = \"'\"c ' §",
      'code in strings': 'x = $"{y} \' ¤ {z}" \' §',
      documentation: "''' <summary>§</summary>",
      'strings over lines': 'x = "a\n\' ¤" \' §'.replace('\n', ' '),
    },
    "' §",
  );
  lexCases('a.cbl', {
    'the indicator column': '000100* §\n000200/ §\n      * §\n      / §\n000300D § \n'.replace('000300D § \n', ''),
    inline: '           MOVE A TO B. *> §\n           DISPLAY "*> ¤" \'*> ¤\'. *> §',
    'stars elsewhere': '           COMPUTE A = B * ¤\n           * ¤\n'.replace('           * ¤\n', ''),
    'sequence areas with letters': 'ABC123* §',
    'free form': '*> §\n  *> §\nmove "a ""*> ¤" to b *> §',
  });
  lexCases('a.f90', {
    strings: 'x = \'it\'\'s ! ¤\' ! §\ny = "a ! ¤""" ! §',
    'continued strings': 'x = "a &\n  & b ! ¤" ! §',
    directives: '!$omp parallel §\n!dir$ §',
  });
  lexCases('a.f', {
    'fixed form': "C §\n* §\n! §\nc §\n      CALL A ! §\n      X = 'C ¤ ! ¤' ! §\nD     §",
    'column six': "     ! A\n     1 '! ¤'\n".replace('     ! A\n', '') + 'C §',
  });
  lexCases(
    'a.adb',
    {
      ticks: "X := Y'Length; C := '\"'; D := '''; E := Character'('-'); F := A(1)'Access; -- §",
      strings: 'X := "a ""-- ¤"; -- §',
    },
    '-- §',
  );
  lexCases('a.vhd', {
    ticks: "x <= '0'; y <= a'range; z <= '\"'; w <= std_logic_vector'(\"-- ¤\"); -- §",
    'bit strings': 'x <= X"FF"; -- §\n/* § */',
  });
  lexCases(
    'a.lua',
    {
      'long brackets with levels': '--[[ § ]] x = [[ -- ¤ ]==] ]] --[==[ § ]] § ]==] y = [==[ ]] -- ¤ ]==] -- §',
      'a comment that is no long bracket': '--[=a §\nx = 1 -- [[ §\ny = "]]" -- §',
      indexing: 'x = a[b[1]] -- §\ny = a[ [[k]] ] -- §',
      strings: "x = 'it\\'s -- ¤' -- §\ny = \"\\z\n  -- ¤\" -- §".replace('\\z\n', '\\\n'),
      'a string that skips white space over lines': 'x = "a\\z\n  -- ¤" -- §',
      'a shebang line': '#!/usr/bin/lua\n-- §',
      'unterminated string ends with its line': 'x = "a\ny = 1 -- §',
    },
    '-- §',
  );
  lexCases(
    'a.matlab.m',
    {
      transposes: "x = a'; y = b.'; z = [1 2]'; w = c{1}'; v = d''; % §\nu = f(1)' * 'it''s % ¤'; % §",
      strings: "x = '% ¤'; y = \"% ¤ \"\" % ¤\"; z = {'% ¤' , '%%'}; % §",
      'strings after words and blanks': "disp '% ¤' % §\ncase 'it''s' % §\nx = [a 'b % ¤']; % §\nreturn % §",
      blocks: '%{\n§\n%{\n§\n%}\n§\n%}\nx = "% ¤"; % §\n%{ not a block §',
      continuations: 'x = [1, ... §\n 2]; % §',
      formats: "fprintf('%d % ¤\\n', x); % §",
    },
    '% §',
  );
  lexCases(
    'a.hs',
    {
      'nested comments': '{- {- -} § -} x = "-- ¤" -- §',
      'primes and characters': "f' x' = '\"' : '\\'' : '-' : g'' -- §",
      'operators that hold dashes': 'x = a --> b ¤\ny = a |-- b ¤\nz = a --- §\nw = a --| ¤'
        .replace(' ¤\ny', '\ny')
        .replace(' ¤\nz', '\nz')
        .replace(' ¤', ''),
      strings: 'x = "a \\" -- ¤ \\\n   \\ -- ¤" -- §',
      'pragmas and documentation': '{-# LANGUAGE GADTs #-}\n-- | §\n{- | § -}',
      'promoted names and quotes': "x :: Proxy '[ 'A ] -- §\n$(f 'a ''B) -- §",
    },
    '-- §',
  );
  lexCases(
    'a.ml',
    {
      'strings in comments': '(* "*)" § *) let x = "(* ¤ *)" (* § *)',
      'an apostrophe in a comment': "(* don't § *) let x = 1 (* '\"' § *)",
      'a quote in a comment that nothing closes': '(* 5" § *) let x = 1',
      'quoted strings': 'let x = {|(* ¤ "|} let y = {a|(* ¤ |} |a} (* § *)',
      'primes, characters and type variables': "let f' (x : 'a) = '\"' :: '\\'' :: x' (* § *)",
      operators: 'let f = ( * ) let g = (*§*) 1',
      'nested comments': '(* (* *) § *) let x = "¤"',
    },
    '(* § *)',
  );
  lexCases(
    'a.erl',
    {
      characters: 'X = [$", $%, $\\", $\\\\, $\', $a]. % §',
      'strings and atoms': 'X = "% ¤\\"", Y = \'it\\\'s % ¤\'. % §',
      'strings over lines': 'X = "a\n% ¤". % §\nY = """\n  % ¤ "\n  """. % §',
    },
    '% §',
  );
  lexCases(
    'a.clj',
    {
      characters: '[\\" \\; \\\\ \\newline \\a] ; §',
      'strings and patterns': '"a\n; ¤\\"" #"; ¤" ; §',
      'what is read and dropped': '#_(f "; ¤") ; §\n(comment "; ¤") ; §',
    },
    '; §',
  );
  lexCases(
    'a.lisp',
    {
      characters: '(f #\\" #\\; #\\| #\\Space) ; §',
      'names between bars': '(f |it; ¤| |a"b|) ; §',
      'nested comments': '#| #| |# § |# (f "; ¤") ; §',
      strings: '"a\n; ¤\\"" ; §',
      quotes: "'(a b) `(c ,d) ; §",
    },
    '; §',
  );
  lexCases('a.el', { characters: '(f ?\\" ?\\; ?\\\\ ?a) ; §\n(g ?") ; §' }, '; §');
  lexCases('a.abap', {
    comments: '* §\n  * ¤\nx = 1. " §\ny = \'" ¤\'. " §\nz = `it\'\'s " ¤`. " §\nw = |a " ¤ { b }|. " §',
  });
  lexCases('a.asm', {
    'comments and strings': "; §\nmov al, ';' ; §\ndb \"; ¤\", 0 ; §\ndb 'it; ¤' ; §",
  });
  lexCases('a.s', {
    'comments of GNU and ARM': '# §\n@ §\n// §\n/* § */\n.ascii "# ¤" # §\nmov r0, #1 @ §\nldr x0, [x1, #8] // §',
  });
  lexCases(
    'a.prolog',
    {
      'characters and strings': "X = 0'a, Y = 0'\", Z = 0''', W = 'it''s % ¤', V = \"% ¤\\\"\". % §",
      'numbers with quotes': "X = 16'FF. % §\n/* § */",
    },
    '% §',
  );
  lexCases('a.tex', {
    'escaped marks': '50\\% ¤ % §\na \\\\% §\n\\verb|% ¤| % §',
    verbatim: '\\begin{verbatim}\n% ¤\n\\end{verbatim}\n% §\n\\begin{lstlisting}[a]\n% ¤\n\\end{lstlisting}\n% §',
    'comment environments': '\\begin{comment}\n§\n\\end{comment}\n',
    addresses: '\\url{http://x/%20¤} % §\n\\href{a%20b}{c} % §',
  });
  lexCases('a.st', { comments: '"§" x := \'it\'\'s "¤"\'. c := $". d := $\'. "§"' });
  lexCases('a.mumps', { comments: 'L ; §\n S X="; ¤"";" ; §\n ;; §' });
});
