import type { GenericSchema } from 'valibot';
import type { Translate } from '../base/message';
import type { Catalog } from '../catalog/model';
import type { Trace } from '../trace/model';
import type { YamlFormat } from './fieldValues';

/** A place of a YAML file of ours, and what is known of its folder. */
export interface YamlRequest {
  readonly text: string;
  /** Of the cursor. */
  readonly offset: number;
  readonly format: YamlFormat;
  readonly schema: GenericSchema;
  readonly trace: Trace;
  readonly catalog: Catalog;
  readonly t: Translate;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Another extension offers the keys and the words of the schema. */
  readonly schemaElsewhere: boolean;
}
