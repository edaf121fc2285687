import { DocumentSymbol, languages, SymbolKind } from 'vscode';
import type { DocumentSymbolProvider, TextDocument } from 'vscode';
import type { Disposable } from '../../base/ports';
import { annotationSymbols } from '../../language/symbols/annotationSymbols';
import type { SymbolKind as OurKind, TextSymbol } from '../../language/symbols/textSymbol';
import { yamlSymbols } from '../../language/symbols/yamlSymbols';
import type { DocumentSync } from '../documentSync';
import type { Sessions } from '../sessions';
import { t } from '../support/translate';
import { toRange } from '../tree/openPlace';
import { defaultVerbOf } from './annotationAt';
import { askedAnew } from './askedAnew';
import type { VisibleFacts } from './visibleFacts';
import { yamlFileOf } from './yamlFiles';

/** What an outline shows each of our things by: annotations are keys to requirements, which are what code has to fulfil. */
const kinds: Readonly<Record<OurKind, SymbolKind>> = {
  annotation: SymbolKind.Key,
  group: SymbolKind.Array,
  requirement: SymbolKind.Interface,
  scenario: SymbolKind.Method,
  'expected-proof': SymbolKind.Field,
  answer: SymbolKind.String,
  proof: SymbolKind.File,
  decision: SymbolKind.Event,
};

/** Annotations in outlines, beside what other extensions show there, and the entries of project and catalogue files. */
export function registerDocumentSymbols(
  sessions: Sessions,
  documents: DocumentSync,
  rows: VisibleFacts,
  yaml: VisibleFacts,
): Disposable {
  const provider: DocumentSymbolProvider = {
    provideDocumentSymbols(document: TextDocument): DocumentSymbol[] | undefined {
      const symbols = [...ofYaml(sessions, document), ...ofAnnotations(sessions, documents, document)];
      return symbols.length === 0 ? undefined : symbols.map(toSymbol);
    },
  };
  // By a selector that says less than a language does, so that ours stand behind the symbols of the language.
  const register = () => languages.registerDocumentSymbolProvider('*', provider, { label: 'Ségur Trace' });
  return askedAnew(register, [rows.onDidChange, yaml.onDidChange]);
}

function ofAnnotations(sessions: Sessions, documents: DocumentSync, document: TextDocument): readonly TextSymbol[] {
  const located = sessions.of(document);
  if (located === undefined) {
    return [];
  }
  documents.flush();
  const { session, path } = located;
  const file = session.files.annotationsOf(path);
  return file === undefined ? [] : annotationSymbols(file, defaultVerbOf(session, path), session, t);
}

function ofYaml(sessions: Sessions, document: TextDocument): readonly TextSymbol[] {
  const file = yamlFileOf(sessions, document);
  return file === undefined ? [] : yamlSymbols(document.getText(), file.kind, file.session, t);
}

function toSymbol({ name, detail, kind, range, selection, children }: TextSymbol): DocumentSymbol {
  const symbol = new DocumentSymbol(name, detail, kinds[kind], toRange(range), toRange(selection));
  symbol.children = children.map(toSymbol);
  return symbol;
}
