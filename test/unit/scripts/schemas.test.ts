import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { committedText, schemaFiles, schemaText } from '../../../scripts/schemas';

describe('the committed JSON Schemas', () => {
  for (const each of schemaFiles) {
    it(`${each.file} is what the code checks (else: npm run schemas)`, async () => {
      const text = committedText(each);
      assert.equal(text, await schemaText(each));
      new Ajv({ allowUnionTypes: true, validateFormats: false, strict: true }).compile(JSON.parse(text) as object);
    });
  }
});
