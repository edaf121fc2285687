/* What the tests of the answers share: a folder in memory that agents are told about. */
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { english, type Translate } from '../../../../src/base/message';
import type { Catalog } from '../../../../src/catalog/model';
import type { Answer, AskedFolder } from '../../../../src/language/answers/answer';
import { outputSchemas } from '../../../../src/language/answers/outputs';
import { Questions } from '../../../../src/language/answers/questions';
import type { ToolName } from '../../../../src/language/answers/tools';
import type { Trace } from '../../../../src/trace/model';
import { catalogOf, traceOf } from '../../trace/fixtures';

export const catalog = catalogOf(`requirements:
  - id: SC.SSI/GEN.18
    title: Sauvegarde des données
    chapter: Sécurité
    theme: Exploitation
    needs: [code, proof]
    checklist: [{ id: raci, text: Les rôles }, { id: freq, text: La fréquence }]
    scenarios: [{ id: SC.SSI/GEN.18.01, proofs: [{ id: SC.SSI/GEN.18.01.01, kind: capture, text: Un écran }] }]
  - { id: SC.SSI/GEN.19, title: Restauration, chapter: Sécurité, theme: Exploitation, needs: [code, test] }
  - { id: SC.SSI/GEN.20, title: Journal, chapter: Sécurité, theme: Traces, needs: [code], nature: préconisation }
  - { id: SC.SSI/IE.31, title: Mot de passe, chapter: Identification, theme: Accès, needs: [code] }
faq:
  - id: a01
    subject: Sauvegardes
    question: Que faut-il sauvegarder ?
    answer: |
      Les données **de santé**.

      Puis les journaux.
    requirements: [{ id: SC.SSI/GEN.18, match: cited }]
  - { id: a02, subject: Toutes, answer: Pour toutes., requirements: [{ id: SC.SSI/GEN.18, match: family }] }
`);

type Parts = Parameters<typeof traceOf>[1] & object;

export interface Asked {
  readonly ask: (tool: ToolName, input?: object) => Promise<Answer>;
  readonly text: (tool: ToolName, input?: object) => Promise<string>;
  /** Other files from now on. */
  readonly change: (parts: Parts) => void;
  /** Files whose code was asked for. */
  readonly named: string[];
}

const ajv = new Ajv({ allErrors: true });
const validators = new Map(Object.entries(outputSchemas).map(([name, schema]) => [name, ajv.compile({ ...schema })]));

/** Every answer's data is held against its schema, and every answer against its bound. */
export function asked(parts: Parts = {}, of: Catalog = catalog, t: Translate = english): Asked {
  let trace: Trace = traceOf(of, parts);
  const named: string[] = [];
  const folder: AskedFolder = {
    name: 'work',
    get trace() {
      return trace;
    },
    catalog: of,
    nameCode: (files) => {
      named.push(...files);
      return Promise.resolve();
    },
    pathOf: (written) => (written.startsWith('..') ? undefined : written.replace(/^\/work\//u, '')),
  };
  const questions = new Questions(t);
  const ask = async (tool: ToolName, input: object = {}): Promise<Answer> => {
    const answer = await questions.ask(tool, input, folder);
    const validate = validators.get(tool);
    assert.ok(validate);
    assert.ok(validate(answer.data), `${tool}: ${ajv.errorsText(validate.errors)}`);
    assert.ok(answer.text.length < 15_000, `${answer.text.length} characters`);
    return answer;
  };
  return {
    ask,
    text: async (tool, input) => (await ask(tool, input)).text,
    change: (others) => (trace = traceOf(of, others)),
    named,
  };
}
