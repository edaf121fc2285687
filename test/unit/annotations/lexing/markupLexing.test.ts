import { lexCases } from './lexCases';

// @segur ST.ANN.05
describe('comments of markup and of the code in it', () => {
  lexCases(
    'a.html',
    {
      attributes: '<a title="<!-- ¤ -->" b=\'<!-- ¤ -->\' c=x>it\'s "t</a><!-- § -->',
      'attributes with blanks around the equals sign': '<a title = "<!-- ¤ -->">t</a><!-- § -->',
      'scripts and styles': '<script>a = "<!-- ¤ -->"; // §\n</script><style>/* § */ b { c: "/* ¤ */" }</style>',
      'a script with a tag in a string': '<script>a = "<\\/script>"; // §\n</script><!-- § -->',
      'modules and types': '<script type="module">// §\n</script><script type="application/json">// ¤\n</script>',
      'text of elements that hold no tags': '<textarea><!-- ¤ --></textarea><title><!-- ¤ --></title><!-- § -->',
      'a lesser-than sign in text': 'a < b and "c <!-- § -->',
      'comments that end oddly': '<!-- § --!><p>"</p><!-- § --><!--> <p>t</p>',
      'a comment over lines with dashes': '<!-- a -- b\n § -->',
      declarations: '<!DOCTYPE html><!-- § --><![CDATA[<!-- ¤ -->]]>',
      'comments of templates': '{# § #}{{!-- § --}}{{! § }}<p>{{ a }}</p>',
      'upper case': '<SCRIPT>// §\n</SCRIPT><Style>/* § */</Style>',
    },
    '<!-- § -->',
  );
  lexCases('a.ejs', { parts: '<%# § %><% // §\n a = "// ¤" %><%= b /* § */ %><p>// ¤</p><!-- § -->' });
  lexCases('a.html.erb', { parts: '<%# § %><% a = "# ¤" # §\n%><%= b %><p># ¤</p><!-- § -->' });
  lexCases('a.erb', { parts: '<%# § %><% a = "# ¤" # §\n%>\n# ¤\n<p>it\'s</p><!-- § -->' });
  lexCases(
    'a.vue',
    {
      parts:
        '<template><p :a="b // ¤">it\'s // ¤ {{ c }}</p><!-- § --></template>\n<script setup lang="ts">\nconst x = <T,>(a: T) => a; // §\n</script>\n<style lang="scss" scoped>\n// §\n</style>',
      'templates of pug': '<template lang="pug">\np\n  //- §\n  | // ¤\n</template>'.replace('  //- §\n', ''),
      'a custom block': '<i18n>{ "a": "// ¤" }</i18n><!-- § -->',
      'a component named like a part': '<script-x>// ¤</script-x><!-- § -->',
    },
    '<!-- § -->',
  );
  lexCases(
    'a.svelte',
    {
      parts:
        '<script context="module">// §\n</script>\n<p title="{a /* § */}" on:x={() => b /* § */}>it\'s // ¤ {c /* § */}</p>\n{#if d /* § */}{/if}{@html "// ¤"}',
    },
    '<!-- § -->',
  );
  lexCases('a.astro', {
    parts:
      '---\n// §\nconst a = "---";\n---\n<p title={b /* § */}>// ¤ {c && <b>// ¤</b> /* § */}</p><script>// §\n</script>',
  });
  lexCases('a.cshtml', {
    parts:
      '@* § *@ @{ var a = "// ¤"; /* § */ } <p>it\'s // ¤ @a</p> @code { // §\n } @if (b) { <p>// ¤</p> }<!-- § -->'.replace(
        ' @if (b) { <p>// ¤</p> }',
        '',
      ),
    'functions with a line break before the brace': '@functions\n{\n  // §\n  string a = "// ¤";\n}\n@code{\n  // §\n}',
    statements: '@foreach (var a in b)\n{\n  // §\n  <p>t</p>\n}\n@if (x) { /* § */ }',
  });
  lexCases('a.jsp', {
    parts: '<%-- § --%><% String a = "%"; // §\n%><%! /* § */ %><%= "// ¤" %><p>it\'s // ¤</p><!-- § -->${b}',
    'the end of code in a line comment': '<% // § %> // ¤ <%-- § --%>',
  });
  lexCases('a.aspx', {
    parts: '<%-- § --%><% var a = "// ¤"; // §\n%><p>it\'s // ¤</p><script runat="server">// §\n</script>',
  });
  lexCases('a.blade.php', { parts: "{{-- § --}}<p>it's // ¤</p>@php\n$a = 1; // §\n@endphp\n{{ $b }}<!-- § -->" });
  lexCases('a.xml', {
    parts: '<?xml version="1.0"?><!-- § --><a b="<!-- ¤ -->" c=\'>\'><![CDATA[<!-- ¤ --> ]] > ]]></a><!-- § -->',
    'instructions and declarations': '<!DOCTYPE a [<!ENTITY b "<!-- ¤ -->">]><!-- § -->'.replace('<!-- ¤ -->', 'x'),
    'attributes over lines': '<a\n  b = "\n<!-- ¤ -->"\n/><!-- § -->',
  });
  lexCases('a.md', {
    'comments and lines': '<!-- § -->\n§\n- § text\n> §\ntext ¤',
    code: '```ts\n// ¤\n§```\n§\n'.replace('§```', '```').replace('// ¤', '// ¤'),
    'fences of several marks': '````\n```\n¤\n```\n¤\n````\n§\n~~~~\n¤\n~~~\n¤\n~~~~\n§',
    'a fence in a list': '- a\n  ```\n  ¤\n  ```\n§',
    'spans of code': '`¤`\n``¤ ` ¤``\n`<!-- ¤ -->`\n§',
    'indented code': 'text\n\n§',
  });
  lexCases('a.rst', { comments: '.. §\n\n.. note:: §\n\ntext ¤'.replace('.. note:: §\n\n', '') });
});
