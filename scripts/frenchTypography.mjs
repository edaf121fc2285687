// French typography of the texts that people read: what is wrong with one, and the same text set right.

const NBSP = '\u00a0';

/** What is no prose: code, addresses, commands of links, tags, emphasis of tables. */
const CODE =
  /```[\s\S]*?```|~~~[\s\S]*?~~~|`[^`\n]+`|\]\([^)\s]*\)|<[a-z!/][^>\n]*>|https?:\/\/\S+|^---\n[\s\S]*?\n---\n|(?<=«[ \u00a0])[a-zé]+:(?: [^»\n]*?)?(?=[ \u00a0]»)|\bscan: \{[^}\n]*\}+/gmu;

/** The pieces of a text that are prose, changed; everything else as it is. */
function inProse(text, change) {
  let at = 0;
  let result = '';
  for (const match of text.matchAll(CODE)) {
    result += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(text.slice(at));
}

/** One no-break space everywhere: the narrow one is missing in the fonts of many terminals. */
function tidyProse(prose) {
  return prose
    .replaceAll('\u202f', NBSP)
    .replace(/(?<=\S)(?:[ \u00a0]+)(?=[:;?!](?=$|[\s»).,*_|]))/gmu, NBSP)
    .replace(/(?<=\S)[ \u00a0]+(?=»)/gu, NBSP)
    .replace(/«[ \u00a0]+/gu, `«${NBSP}`)
    .replace(/(?<=\d)[ \u00a0]+(?=%)/gu, NBSP)
    .replace(/(?<=\b[Nn]°)[ \u00a0]*(?=[\dA-Z{])/gu, NBSP)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/(?<=[\p{L}\d ])\.{3}(?!\.)/gu, '…');
}

export function tidyFrench(text) {
  return inProse(text, tidyProse);
}

/** Each fault as a few words of the text around it. */
export function typographyFaults(text) {
  const faults = [];
  inProse(text, (prose) => {
    for (const fault of [
      // A sign that wants a space before it and has none, or one at which a line may break.
      /(?<=[\p{L}\d»)…*_] ?)(?<![\u00a0])[;?!](?=$|[\s»)])/gmu,
      /(?<=[\p{L}\d»)…] ?)(?<![\u00a0])(?<!\d):(?=$|[ \u00a0»)])/gmu,
      /«(?!\u00a0)|(?<!\u00a0)»/gu,
      /\p{L}'\p{L}/gu,
      /(?<=[\p{L}\d ])\.{3}(?!\.)/gu,
      /[“”„]/gu,
      /\d ?%/gu,
      /\u202f/gu,
    ]) {
      for (const match of prose.matchAll(fault)) {
        faults.push(prose.slice(Math.max(0, match.index - 25), match.index + 15).replace(/\s*\n\s*/gu, '⏎'));
      }
    }
    return prose;
  });
  return faults;
}
