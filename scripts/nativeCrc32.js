/* Stands in for `buffer-crc32` in the bundles: yazl's own one computes in JavaScript what Node's zlib does natively, and took half of the time of a pack. */
const { crc32 } = require('node:zlib');

module.exports = { unsigned: (bytes, before) => crc32(bytes, before ?? 0) };
