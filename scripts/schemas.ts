// Writes the JSON Schemas of schemas/ from the valibot schemas that the code itself uses: `npm run schemas`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import * as prettier from 'prettier';
import type { GenericSchema } from 'valibot';
import { catalogSchema } from '../src/catalog/catalogSchema';
import { packManifestSchema } from '../src/evidence/packManifest';
import { diffSchema } from '../src/report/compare/diffSchema';
import { gateSchema } from '../src/report/gate/gateJson';
import { matrixSchema } from '../src/report/matrixSchema';
import { projectSchema } from '../src/workspace/projectSchema';
import { root } from './host/paths';

export interface SchemaFile {
  /** In schemas/. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly schema: GenericSchema;
}

/** One entry for each file that a user writes or a machine reads. */
export const schemaFiles: readonly SchemaFile[] = [
  {
    file: 'catalog.schema.json',
    title: 'Ségur Trace catalogue',
    description: 'Requirements to trace, and the questions and answers that explain them.',
    schema: catalogSchema,
  },
  {
    file: 'project.schema.json',
    title: 'Ségur Trace project (segur.yaml)',
    description:
      'What is traced in a workspace folder: product, profile, catalogues, files to read, proofs and decisions.',
    schema: projectSchema,
  },
  {
    file: 'matrix.schema.json',
    title: 'Ségur Trace matrix',
    description: 'The stored trace that `segur-trace matrix --format json` writes.',
    schema: matrixSchema,
  },
  {
    file: 'gate.schema.json',
    title: 'Ségur Trace gate',
    description: 'What `segur-trace check --format json` found, and what of it the caller asked to fail on.',
    schema: gateSchema,
  },
  {
    file: 'diff.schema.json',
    title: 'Ségur Trace comparison',
    description: 'What `segur-trace diff --format json` tells of two stored traces, or of two catalogues.',
    schema: diffSchema,
  },
  {
    file: 'pack-manifest.schema.json',
    title: 'Ségur Trace evidence pack',
    description: 'MANIFEST.json of an evidence pack: what is in it, and what is not.',
    schema: packManifestSchema,
  },
];

/** The text of a schema file, formatted as the rest of the project. */
export async function schemaText({ title, description, schema }: SchemaFile): Promise<string> {
  const { $schema, ...body } = toJsonSchema(schema, {
    typeMode: 'input',
    // `v.object` passes over unknown keys with a warning of our own; an editor can show it while one types.
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
  const options = { ...(await prettier.resolveConfig(join(root, 'package.json'))), parser: 'json' };
  return prettier.format(JSON.stringify({ $schema, title, description, ...body }), options);
}

export function committedText({ file }: SchemaFile): string {
  return readFileSync(join(root, 'schemas', file), 'utf8');
}

async function writeAll(): Promise<void> {
  for (const each of schemaFiles) {
    writeFileSync(join(root, 'schemas', each.file), await schemaText(each));
  }
}

if (require.main === module) {
  void writeAll();
}
