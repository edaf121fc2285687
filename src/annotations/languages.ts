import { cFamily } from './data/cFamily';
import { classics } from './data/classics';
import type { Language } from './data/language';
import { markup, unknownLanguage } from './data/markup';
import { more } from './data/more';
import { scripts } from './data/scripts';
import { settings } from './data/settings';
import { baseName } from '../base/fileNames';

export type { CommentTokens, Language } from './data/language';

/** Every language of the table; a new one is a row in `data/`. */
export const LANGUAGES: readonly Language[] = [...cFamily, ...scripts, ...settings, ...classics, ...markup, ...more];

const byId = new Map<string, Language>();
const byExtension = new Map<string, Language>();
const byFilename = new Map<string, Language>();
const byFilenamePrefix: [string, Language][] = [];
const byInterpreter = new Map<string, Language>();

for (const language of LANGUAGES) {
  [language.id, ...language.ids].forEach((id) => byId.set(id.toLowerCase(), language));
  language.extensions.forEach((extension) => byExtension.set(extension, language));
  language.interpreters.forEach((name) => byInterpreter.set(name, language));
  for (const name of language.filenames) {
    if (name.endsWith('*')) {
      byFilenamePrefix.push([name.slice(0, -1), language]);
    } else {
      byFilename.set(name, language);
    }
  }
}

/** `Makefile.js` is a script, `Dockerfile.go` the image of one. */
const TELLING_EXTENSION = /^(?:[cm]?[jt]s|[jt]sx|json|py|pl|rb|md|txt|ya?ml|html?)$/;

/** How much of a text is looked at to tell its language. In characters. */
const SAMPLE = 4000;

/** Extensions that several languages share: the id of the one that a text looks like. */
const ID_BY_TEXT: ReadonlyMap<string, (sample: string) => string> = new Map([
  ['m', idOfDotM],
  ['cls', idOfDotCls],
]);

/** By VS Code's language id; `undefined` for ids that the table does not know. */
export function languageForId(id: string): Language | undefined {
  return byId.get(id.toLowerCase());
}

/**
 * By name, then extension, then, where these do not tell, by the start of the text (a `#!` line, the looks of a `.m` or `.cls` file).
 * The unknown language reads the marks that most languages have.
 */
export function languageForPath(path: string, text = ''): Language {
  const name = baseName(path).toLowerCase();
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  const prefixed = TELLING_EXTENSION.test(extension)
    ? undefined
    : byFilenamePrefix.find(([prefix]) => name.startsWith(prefix))?.[1];
  const named = byFilename.get(name) ?? prefixed;
  if (named !== undefined) {
    return named;
  }
  const idByText = ID_BY_TEXT.get(extension);
  if (idByText !== undefined) {
    return languageForId(idByText(text.slice(0, SAMPLE))) ?? unknownLanguage;
  }
  return byExtension.get(extension) ?? byShebang(text) ?? unknownLanguage;
}

/** The editor's word counts where the table knows it; its « plain text » may be a file that the table knows better. */
export function languageForDocument(path: string, languageId: string, text = ''): Language {
  const byPath = languageForPath(path, text);
  if (languageId === 'plaintext') {
    return byPath;
  }
  // `ts` and `tsx`, `c` and `h`: one id may stand for rows that the path tells apart.
  const known = languageForId(languageId);
  return known === undefined || byPath.ids.includes(languageId) || byPath.id === languageId ? byPath : known;
}

function byShebang(text: string): Language | undefined {
  const words = /^\uFEFF?#![ \t]*(\S+)(?:[ \t]+-S)?(?:[ \t]+(\S+))?/u.exec(text.slice(0, 200));
  if (words === null) {
    return undefined;
  }
  const program = words[1]?.split('/').at(-1) ?? '';
  const interpreter = program === 'env' ? (words[2] ?? '') : program;
  return (
    byInterpreter.get(interpreter.toLowerCase()) ?? byInterpreter.get(interpreter.toLowerCase().replace(/[\d.]+$/u, ''))
  );
}

/** MATLAB, Objective-C and MUMPS share `.m`. */
function idOfDotM(sample: string): string {
  if (/^[ \t]*(?:#import|#include|@interface|@implementation|@protocol|@import)\b|^[ \t]*\/[/*]/mu.test(sample)) {
    return 'cpp';
  }
  if (
    /^(?:[A-Za-z%][A-Za-z0-9]*(?:\([A-Za-z0-9,.]*\))?)?[ \t]+;|^[A-Za-z%][A-Za-z0-9]*;|^[ \t]+(?:S|Q|D|N|K|I|F|W|SET|QUIT|DO|NEW|KILL)(?:[ :]|$)/mu.test(
      sample,
    )
  ) {
    return 'mumps';
  }
  return 'matlab';
}

/** Apex, LaTeX, ObjectScript and Visual Basic share `.cls`; the latter is what tells nothing of the others. */
function idOfDotCls(sample: string): string {
  if (/^\uFEFF?\s*(?:VERSION \d|Attribute VB_|Option Explicit)/iu.test(sample)) {
    return 'vb';
  }
  // ObjectScript names its class with a package, or says what it extends; no word stands before `Class`.
  if (
    /^(?:Class[ \t]+%?\w+\.[\w.]+|Class[ \t]+%?\w+[ \t]+Extends\b|Include[ \t]+%?\w|Import[ \t]+\(?%?\w)/mu.test(sample)
  ) {
    return 'objectscript';
  }
  if (/^[ \t]*(?:%|\\(?:NeedsTeXFormat|ProvidesClass|ProvidesExplClass|LoadClass|documentclass)\b)/mu.test(sample)) {
    return 'latex';
  }
  if (
    /^[ \t]*(?:\/[/*]|@\w+|(?:(?:public|private|global|abstract|virtual|with|without|inherited)[ \t]+)+(?:sharing[ \t]+)?(?:class|interface|enum)\b[^\n]*\{)/imu.test(
      sample,
    )
  ) {
    return 'apex';
  }
  return 'vb';
}
