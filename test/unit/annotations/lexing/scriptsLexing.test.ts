import { lexCases } from './lexCases';

describe('comments of script languages and settings', () => {
  lexCases(
    'a.py',
    {
      'prefixes of strings': 'x = rb"\\" # ¤" # §\ny = Rb\'# ¤\' # §\nz = b"""# ¤"""; w = u\'# ¤\' # §',
      'holes with other quotes': 'x = f"{d[\'# ¤\']} # ¤" # §',
      'holes with the same quotes': 'x = f"{d["# ¤"]} # ¤ {f"{1}"}" # §',
      'a hole over lines with a comment': 'x = f"{\n  y # §\n} # ¤" # §',
      'doubled braces are text': 'x = f"{{ \' # ¤ }}" # §',
      'a format in a hole': 'x = f"{y:#x} # ¤ {z!r:>{w}}" # §',
      'three quotes with holes': 'x = f"""{y["a"]} # ¤ " {\n z # §\n} """ # §',
      'a raw string that ends in backslashes': 'x = r"\\\\" # §\ny = r"\\" # ¤" # §',
      'quotes next to three quotes': 'x = """a""""# ¤" # §\ny = "" # §\nz = """\\""" # ¤""" # §',
      'brackets in strings of a signature': 'def f(a="([{", b=\'"\'):\n    """§"""\n    x = """¤"""',
      'a comment in a signature': 'def f(a, # it\'s (\n      b):\n    """§"""',
      'a signature over lines with a backslash': 'def f(a) \\\n    -> int:\n    """§"""',
      'a type parameter': 'class A[T: (int, str)](B):\n    """§"""',
      'one line of class': 'class A: """§"""\nclass B: pass # §',
      'a string that is no docstring': 'def f():\n    x\n    """¤"""\nfor a in b:\n    """¤"""\nelse:\n    """¤"""',
      'a lambda and a slice': 'x = lambda: """¤"""\ny = a[b:"""¤"""]\nz = {"k": """¤"""}',
      'bytes and formatted strings document nothing': 'def f():\n    b"""¤"""\ndef g():\n    f"""¤"""',
      'a docstring with an escape': 'def f():\n    """a \\""" § """\n    x = 1 # §',
      'a docstring behind a comment that ends in blanks': 'def f():\n    # type: (a) -> b  \n    """§"""',
      'a docstring behind a comment and blank lines': 'def f():\n    # one\n\n    """§"""',
      'continued lines in strings': "x = 'a \\\n # ¤' # §",
      'unterminated string ends with its line': 'x = "a\ny = 1 # §',
    },
    '# §',
  );
  lexCases('a.rb', {
    'a regular expression on a line of its own': 'def a?(b)\n  /\\A\\s*#¤/.match?(b)\nend # §',
    'regular expressions over lines': 'X = /\n  a # ¤ "\n  b\n/x # §\ny = a / b # §',
    'interpolation in regular expressions': 'X = /#{a}# ¤"/i # §',
    'arguments without parentheses': "puts /#¤/ , x # §\nputs %(# ¤ ') # §\nraise %w[# ¤] # §\nx = y %z # §",
    'character literals': 'x = [?#, ?", ?\\s, ?a] # §\ny = a ?b : c # §\nz = a ? "b" : \'#\' # §',
    'here documents, several on a line': "foo(<<A, <<~B, <<-'C') # §\n# ¤ \"\nA\n  # ¤\n  B\n# ¤\n  C\nx # §",
    'a here document with a method': "x = <<~SQL.squish # §\n  # ¤ it's\nSQL\ny # §",
    'a here document with lower-case and quoted words': 'x = <<~eos\n# ¤ "\neos\ny = <<~"a b"\n# ¤ "\na b\nz # §',
    'shifts are no here documents': 'x <<Y\nclass << self # §\na << b # §',
    'code in a here document': 'x = <<~E\n  #{y} # ¤\nE\nz # §',
    'percent strings that nest': 'x = %q(a (b) # ¤) # §\ny = %Q{#{z} # ¤ {}} # §\nw = %|# ¤| # §\nv = %i[# ¤] # §',
    'percent and modulo': 'x = y % 3 # §\nz = (a) % (b) # §\nw = a %b # §',
    'strings with code': 'x = "#{y["# ¤"] # §\n} # ¤ #@z #$w" # §',
    'global variables with marks': '$" ; $\' ; $` ; $# # §\nx = $/ # §',
    'symbols with quotes': 'x = :"# ¤"; y = {"a": 1, \'b\': 2} # §\nz = :/ # §\nw = [:%, :"] # §'.replace(', :"]', ']'),
    'block comments': '=begin\n§\n =end\n§\n=end\nx = "# ¤"\n=begin x\n§\n=end x\ny # §',
    'method names that are operators': 'def /(x) # §\nend\ndef %(x) # §\nend\nx./(y) # §\n',
    divisions: 'a = b / c # § /\nd = @e / @f # § /\ng = h[0] / 2 # § /\ni = j() / 2 # § /',
    'a condition with a regular expression': 'if x =~ /"/ && y !~ /\'/ # §\nwhen /"/, /\'/ # §\nend',
    'the end of code': 'x # §\n__END__\n# ¤ "',
  });
  lexCases('a.pl', {
    documentation: '=head1 A\n\n§\n\n=cut\nmy $x = "# ¤"; # §\n=begin x\n§\n=end\n\n=cut\n# §',
    'an equals sign that is no documentation': '$x\n  =cut; # §',
    'quote operators': '$x = q{# ¤ {}}; # §\n$y = qq(# ¤ ()); # §\n@z = qw[# ¤ []]; # §\n$w = q # §\n(a);',
    'marks as delimiters': "$x = q#¤#; # §\n$x = m'# ¤'; # §\n$y =~ s,#,\",; # §\n$y =~ s!'!\"!g; # §",
    'substitutions in brackets': '$x =~ s{#}{"}gx; # §\n$x =~ s(#)\n  ("); # §\n$x =~ tr[#]["]; # §\n$x =~ y/#/"/; # §',
    'hash keys and methods that look like quotes': '%h = (s => 1, y => 2, q => "#"); $h{y} = $h{ s }; $o->m("#"); # §',
    'variables that look like quotes': '$s = 1; @y = (); %q = (); &m; $#y; $#{$x}; $#$x; # §',
    'special variables': '$x = $" . $\' . $` . $/ . $; . $#; # §',
    'regular expressions and divisions':
      '$x = $y / $z; # § /\nif (/"/) {} split /\'/, $x; # §\nreturn /"/ ? 1 : 0; # §\n$a = $b{c} / 2; # §',
    'here documents': 'print <<"A", <<\'B\'; # §\n# ¤ "\nA\n# ¤ \'\nB\nprint <<~C; # §\n  # ¤\n  C\n# §',
    'a here document with a blank word': 'print << "A B"; # §\n# ¤ "\nA B\n# §',
    'package names with apostrophes': "$main'x = 1; &foo'bar; # §",
    'the end of code': '# §\n__DATA__\n# ¤ "',
    'formats and prototypes': 'sub f($$;\\@) { } # §\nsub g(_) { } # §',
    'a string over lines': '$x = "a\n# ¤\n"; # §',
  });
  lexCases(
    'a.sh',
    {
      'the length of a variable is no comment': 'x=${#a[@]} ¤\nif [ ${#b} ]; then c "¤" # §\nfi',
      'numbers of arguments and lengths': 'echo $# ${#a} ${a#b} ${a##*/} ${#} $((16#ff)) # §',
      'a mark inside a word': 'echo a#¤ \'b\'#¤ "c"#¤ # §',
      'escaped marks': 'echo \\# ¤\necho \\" # §\necho "\\" # ¤" # §',
      'here documents': "cat <<-'A' <<B # §\n\t# ¤ '\n\tA\n# ¤ \"\nB\n# §",
      'a here document in a substitution': 'x=$(cat <<E\n# ¤ "\nE\n) # §',
      'a here document with an escaped or odd word':
        'cat <<\\E\n# ¤ "\nE\ncat <<"E-F_1"\n# ¤\nE-F_1\ncat << E.x\n# ¤\nE.x\n# §',
      'here strings and shifts': 'cat <<< "# ¤" # §\necho $((1<<2)) $(( x << y )) # §\n((a<<=b)) # §\nlet x=1<<3 # §',
      'quotes in expansions':
        'echo "${a:-"b"}" # §\necho "${a:-it\'s}" # §\necho ${a:-"# ¤"} # §\necho "${a#"# ¤"}" # §',
      'substitutions in strings': 'echo "$(echo "# ¤" # §\n) # ¤" # §\necho "`echo \\"# ¤\\"`" # §',
      'a comment in a substitution with an apostrophe': "x=$(\n  # it's § )\n  ls\n) # §",
      'patterns of case': 'case $x in\n  \\#*) ;; # §\n  \'#\'|"#") echo a;; # §\nesac',
      'quotes with escapes': "echo $'it\\'s # ¤' $\"# ¤\" # §",
      'groups and operators': 'a && b # §\nc;# §\n(d) # §\n{ e; } # §\nf|# §\ng',
      arrays: "x=( a # §\n  'b # ¤' # §\n) # §",
      'tests with patterns': '[[ $a =~ ^#¤ ]] # §\n[[ $a == "#"* ]] # §',
      'a shebang line': '#!/bin/sh §\nx # §',
      'an apostrophe in a comment': "# it's\nx='# ¤' # don't §\n# §",
      'unterminated string goes to the end': 'x="a\n# ¤',
      'unterminated here document is none': 'cat <<EOF\n# §',
    },
    '# §',
  );
  lexCases(
    'a.ps1',
    {
      'here strings': '$a = @"\n# ¤ " "@ \n"@ # §\n$b = @\'\n# ¤ \' <# ¤ #>\n\'@ # §',
      'code in strings': '$a = "$(f "# ¤" <# § #>) # ¤ $($b["c"])" # §',
      escapes: '$a = "`" # ¤"; $b = \'it\'\'s # ¤\'; $c = "a "" # ¤" # §',
      'a mark inside a word': 'echo a#¤ $x#¤\n# §',
      'comments of blocks do not nest': '<# <# § #> $a = "# ¤" # §',
      'escaped marks': 'echo `# ¤\necho `" # §',
      'typographic quotes': '$a = “# ¤”; $b = ‘# ¤’ # §',
    },
    '# §',
  );
  lexCases('a.bat', {
    comments: 'REM §\n@REM §\n:: §\n  rem §\nRem\necho remark ¤\nRemove ¤\nrem. §',
    'after an operator': 'echo a & REM §\n(rem §\n)\necho rem ¤',
    'labels are none': ':label ¤\necho :: ¤',
  });
  lexCases('a.php', {
    'closing marks in line comments': '<?php // a ?> ¤ <?php # b ?> ¤ <?php /* ?> § */ $x = "?> // ¤"; // §',
    'here documents':
      '<?php\n$a = <<<E\n// ¤ " {$b["c"]}\n  E . "x"; // §\n$c = <<<\'F\'\n# ¤ \'\nF;\n$d = f(<<<"G"\n// ¤\nG, 1); # §',
    'a here document whose word starts other lines': '<?php\n$a = <<<E\n// ¤\nEF // ¤\nE;\n// §',
    attributes: '<?php #[A("# ¤")] #[B] // §\n# §',
    strings: "<?php $a = 'it\\'s // ¤'; $b = \"{$c['# ¤']} // ¤\"; $d = `# ¤`; // §",
    'text between code': "<p>it's // ¤ # ¤</p><?php if ($a): ?><!-- § -->// ¤<?php endif // § ?>",
    'short echo': '<?= $a /* § */ ?> // ¤ <?= "?>" // ¤ ?>'.replace(' // ¤ ?>', ' ?>'),
    'an operator with a question mark': '<?php $a = $b?->c ?? d; // §',
    'code without an end': '<?php\n// §\n# §\n',
  });
  lexCases(
    'a.ex',
    {
      sigils:
        "x = ~r/# ¤\"/ # §\ny = ~w(# ¤) # §\nz = ~s{# ¤ #{a}} # §\nw = ~c'# ¤' # §\nv = ~SQL|# ¤| # §\nu = ~D[2020-01-01] # §",
      'here documents': '@doc """\n# ¤ " #{x}\n"""\n# §\n@moduledoc ~S\'\'\'\n# ¤ \'\n\'\'\'\n# §',
      characters: 'x = [?#, ?", ?\\", ?\\#, ?\'] # §',
      'names with question marks': 'if empty?(x), do: y # §\nvalid? # §',
      'code in strings': 'x = "#{y["# ¤"]} # ¤" # §',
      'atoms with quotes': 'x = :"# ¤"; y = ["a # ¤": 1] # §',
      charlists: "x = 'it\\'s # ¤' # §",
    },
    '# §',
  );
  lexCases('a.yaml', {
    'block scalars': 'a: |\n  # ¤\n\n  # ¤ "\n# §\nb: >-\n  # ¤\nc: 1 # §',
    'a block scalar with an indicator': 'a: |2-\n    # ¤\n   # ¤\n  # ¤\nb: 1 # §',
    'a comment behind a header': 'a: | # §\n  # ¤\nb: > # §\n  x\n# §',
    'block scalars in lists': '- |\n  # ¤\n- - >\n    # ¤\n- a: |\n    # ¤\n  b: 1 # §\n- c # §',
    'block scalars with tags and anchors': 'a: !!binary |\n  # ¤\nb: &x !y >\n  # ¤\nc: # §',
    'plain scalars': "a: it's # §\nb: c#¤ d\ne: f'g \"h # §\nurl: http://x/#¤\n",
    'quoted scalars': 'a: "b\\" # ¤" # §\nc: \'d\'\'s # ¤\' # §\ne: "f\n  # ¤" # §',
    'flow collections': 'a: ["# ¤", \'# ¤\', b] # §\nc: {"d # ¤": e, \'f\': "g"} # §\nh: [ # §\n  i, # §\n]',
    'quoted keys': '"a # ¤": b # §\n\'c: # ¤\': d # §\n? "e # ¤" # §',
    'documents and directives': '%YAML 1.2 # §\n--- # §\na: b\n... # §\n--- |\n # ¤\n',
    'a pipe in a plain scalar': 'a: b | c # §\nd: e > # §\n  # §',
    'a block scalar in a block mapping of a list':
      'x:\n  - name: y\n    run: |\n      # ¤\n      echo "a\n    env: 1 # §\n',
    'a block scalar whose key is quoted': '"run": |\n  # ¤\n\'b\': >\n  # ¤\n# §',
    'an unclosed quote in a plain scalar': 'a: b "c\n# §',
  });
  lexCases(
    'a.toml',
    {
      'strings over lines': 'a = """\n# ¤ "" \\""" # ¤\n""" # §\nb = \'\'\'\n# ¤ \'\' \\\n\'\'\' # §',
      'more quotes at the end': 'a = """b""""" # §\nc = \'\'\'d\'\'\'\' # §',
      'literal strings': 'a = \'\\\' # §\nb = "\\" # ¤" # §',
      'keys with quotes': '"a # ¤" = 1 # §\n[\'b # ¤\'] # §',
      'unterminated string ends with its line': 'a = "b\nc = 1 # §',
    },
    '# §',
  );
  lexCases('Dockerfile', {
    comments: '# §\nRUN a # ¤\n  # §\nRUN a \\\n  # §\n  b',
    'here documents': 'RUN <<EOF\n# ¤\nEOF\nCOPY <<-"A" /b\n\t# ¤\n\tA\n# §\nRUN python3 <<X && b\n# ¤ \'\nX\n# §',
  });
  lexCases('Makefile', {
    'continued comments': '# a \\\n § \\\n §\nx = 1 # §',
    recipes: 'a:\n\techo "# ¤"\n\techo \'# ¤\'\n\techo b # §\n',
    'escaped marks': 'a = \\# ¤\nb = c # §',
    'quotes outside recipes': 'a = it\'s # §\nb = "c # §\n',
  });
  lexCases(
    'a.jl',
    {
      'nested comments': '#= #= =# § =# x = "# ¤" # §',
      'transposes and characters': "a = b' # §\nc = '\"'; d = '#'; e = b'*f' # §\ng = [1]' # §\nh = x.y' # §",
      'code in strings': 'a = "$(b["# ¤"]) # ¤ $c" # §',
      'raw and other prefixed strings': 'a = raw"\\\\"; b = r"# ¤\\""; c = b"# ¤" # §',
      'three quotes': 'a = """# ¤ " $(f("x")) """ # §',
      commands: 'a = `echo "# ¤"` # §',
      symbols: 'a = :b; c = Symbol("\'") # §',
    },
    '# §',
  );
  lexCases(
    'a.r',
    {
      'raw strings': 'a <- r"(# ¤ ")"; b <- R\'---[# ¤ ]--\']---\'; c <- r"{"}" # §',
      'a name that ends in r': 'for_r"x" # §\nbar <- "# ¤" # §',
      'names between backquotes': '`a # ¤` <- 1 # §',
      operators: 'a %in% b # §\nc %"% d # §'.replace('%"%', '%o%'),
      'strings over lines': "a <- 'b\n# ¤' # §",
    },
    '# §',
  );
  lexCases('a.nix', {
    'indented strings': "a = ''\n  # ¤ ''' ''$ ''\\n \"\n  ${b /* § */} # ¤\n''; # §",
    strings: 'a = "# ¤ ${"# ¤" /* § */} \\${ # ¤"; # §',
    'addresses and paths': 'a = http://x/y#¤; # §\nb = ./c; # §'.replace('#¤', ''),
    'comments do not nest': '/* /* § */ a = "# ¤"; # §',
  });
  lexCases('a.cmake', {
    brackets: '#[[ § ]] set(a [=[ # ¤ ]] ]=]) #[=[ § ]] ]=] # §',
    strings: 'set(a "# ¤\\"\n# ¤") # §\nset(b \\# \\") # §',
    'a bracket behind a word': 'set(a b[[# §\n)',
  });
  lexCases('a.ini', {
    comments: '; §\n# §\n[a] ; §\nb = c # §\nd = e;¤',
    quotes: 'a = "b ; ¤" ; §\nc = it\'s ; §\nd = "e" f ; §',
  });
  lexCases('.env', {
    comments: '# §\nA=b # §\nB=c#¤\nexport C="# ¤" # §\nD=\'# ¤\' # §\nE= # §',
    'strings over lines': 'A="b\n# ¤\n" # §',
  });
  lexCases('a.properties', { comments: '# §\n! §\n  # §\na = b # ¤\nc=d \\\n # ¤' });
  lexCases(
    'a.tcl',
    {
      'comments where commands start': '# §\nset a b ;# §\nset c d # ¤\nif {$a} { # §\n  # §\n}',
      strings: 'set a "\n# ¤\n" ;# §',
      'a brace in a comment counts, a quote does not': '# it\'s "a §\nset b 1 ;# §',
      'continued comments': '# a \\\n §\nset x 1 ;# §',
    },
    '# §',
  );
  lexCases('a.graphql', {
    'descriptions are strings': '"""\n# ¤ "\n\\""" # ¤\n""" type A { b: C } # §\n"# ¤" # §',
  });
  lexCases(
    'a.cr',
    {
      'code in strings': 'x = "#{y["# ¤"]} # ¤" # §',
      'percent strings and here documents': 'x = %(# ¤ ") # §\ny = <<-E # §\n# ¤ "\nE\nz = %w[# ¤] # §',
      'characters and regular expressions': "x = '#'; y = '\"'; z = /# ¤\"/ # §\nw = a / b # §",
    },
    '# §',
  );
});
