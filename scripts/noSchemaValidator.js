/* Stands in for the MCP library's own `AjvJsonSchemaValidator` in the bundles. */
class AjvJsonSchemaValidator {
  getValidator() {
    throw new Error('This server asks its client nothing.');
  }
}

module.exports = { AjvJsonSchemaValidator };
