import * as v from 'valibot';
import { message, type Message } from '../../base/message';
import { matrixSchema, type StoredMatrix } from '../matrixSchema';

/**
 * Reads a stored trace.
 * @param file for the message, as the user wrote it
 * @returns the trace, or why the text is none
 */
export function readTrace(json: string, file: string): StoredMatrix | { readonly fault: Message } {
  return parseTrace(json, file, matrixSchema);
}

/** As `readTrace`, but by a schema that asks for less. */
export function parseTrace<const S extends v.GenericSchema>(
  json: string,
  file: string,
  schema: S,
): v.InferOutput<S> | { readonly fault: Message } {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const line = lineOf(json, error);
    return {
      fault:
        line === undefined
          ? message('{0} is no JSON, or only the first part of one. Write it again with segur-trace matrix.', file)
          : message('{0}:{1}: this is no JSON. Write it again with segur-trace matrix.', file, line),
    };
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version !== 1) {
    return {
      fault: message(
        '{0} is written in version {1} of the format, which this version of Ségur Trace does not know. Update it.',
        file,
        version,
      ),
    };
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  return {
    fault: message(
      '{0} is not a matrix written by segur-trace matrix --format json: {1} does not fit.',
      file,
      v.getDotPath(issue) ?? '$',
    ),
  };
}

/** From 1; `undefined` where the engine does not say it. */
function lineOf(json: string, error: unknown): number | undefined {
  const position = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? undefined : json.slice(0, Number(position)).split('\n').length;
}
