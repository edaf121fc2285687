import { lexCases } from './lexCases';

/** Where an opener counts, and where a comment ends: what the rules of `comments.ts` share, in a language that has it. */
describe('rules of comments', () => {
  lexCases('a.yml', {
    'an opener at the start of the text': '# §',
    'an opener behind a blank': 'a: b #§\nc: d\t#§',
    'no opener inside a word, whatever follows it': 'a: b# ¤\nc: d#e ¤',
  });

  lexCases('a.properties', {
    'a line that goes on from the one above is none': 'a = b \\\n # ¤\nc = d \\\\\\\n ! ¤\n# §',
    'backslashes that escape each other carry nothing on': 'a = b \\\\\n# §\nc = d \\\\\\\\\n  ! §',
    'a backslash in a comment carries nothing on': '# a \\\n# §\n  ! b \\\n# §\n\t\t# c \\\n# §',
    'a mark inside a property makes it no comment': 'a = # b \\\n # ¤\nc! \\\n ! ¤',
    'an opener in the first line, and below an empty one': '! §\n\n# §',
    'a property that is very long': `a = ${'b'.repeat(3000)} \\\n # ¤`,
  });

  lexCases('a.sh', {
    'an opener at the start of the text': '#§',
    'an opener behind a byte order mark': '\ufeff# §',
    'an opener where a word starts': 'a;#§\nb|#§\n(#§\n)\n{#§\n}\n`#§\n`\nc &#§',
    'no opener inside a word or an expansion': 'a#¤\necho ${#¤}\necho $#¤ $((16#¤))',
  });

  lexCases('a.rb', {
    'an opener in the first column': '=begin\n§\n=end\nx = 1\n=begin\n§\n=end',
    'an opener behind a byte order mark': '\ufeff=begin\n§\n=end',
    'no opener elsewhere': ' =begin\n¤\n=end\n',
    'no opener behind another character of the first line': 'x=begin\n¤\nend',
  });

  lexCases('a.c', {
    'a comment that a backslash carries on': '// a \\\n b \\\n §\nint c; ¤',
    'a comment that is carried on into an empty line': '// a \\\n\nint b; ¤',
    'a comment whose backslash is the last character': '// § \\',
    'a comment that is carried on to the end of the text': '// § \\\n',
  });

  lexCases('a.cpp', {
    'a character behind a digit that is no number’s': "char8_t c = u8'a'; // §\nauto d = u8'\"'; // §",
    'digits that quotes part': "int a = 1'000'0'0 + 0xAB'CD'EF + 1.5'0; // §",
    'characters behind a word': "case'a': f('b','c'); // §\nreturn'd'; // §",
  });

  lexCases('a.ts', {
    'a backslash carries nothing on': '// a \\\nb ¤\n',
    'unterminated block comment': 'a /* b\n§',
  });

  lexCases('a.ahk', {
    'a block comment that is first on its line': '/* §\n*/\n  /* § */',
    'no block comment behind code': 'x := a /* ¤ */',
  });

  lexCases('a.sql', {
    'comments that nest': '/* a /* b */ § */ select ¤',
    'unterminated comment that nests, where the dialect may not':
      '/* a /* b */ select ¤ /* § */ select ¤ /* c /* § */ select ¤',
    'a mark cut in two': '/* § *',
  });

  lexCases('a.kt', {
    'comments that nest': '/* a /* b */ § */ val c ¤',
    'unterminated comment that nests': '/* a /* b */ §',
    'a comment that opens as it closes': '/*/ § */ val a ¤',
  });

  lexCases('a.ml', {
    'a comment that opens with its own mark inside a string': '(* "(*" § *) let a = "¤"',
  });
});
