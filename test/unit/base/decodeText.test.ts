import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/base/decodeText';

const SAMPLE = '// @segur SC.SSI/GEN.18 — réussi, « œuvre »\r\nlet x;\n';

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  assert.ok('text' in decoded, 'taken for binary');
  return decoded.text;
}

// @segur ST.SCN.01
describe('decodeText', () => {
  it('reads UTF-8, and drops its byte order mark', () => {
    assert.deepEqual(decodeText(Buffer.from(SAMPLE)), { text: SAMPLE, encoding: 'utf-8' });
    assert.deepEqual(decodeText(Buffer.from(`\uFEFF${SAMPLE}`)), { text: SAMPLE, encoding: 'utf-8' });
  });

  it('reads UTF-16 of both byte orders, with a byte order mark and without', () => {
    for (const bigEndian of [false, true]) {
      const encoding = bigEndian ? 'utf-16be' : 'utf-16le';
      assert.deepEqual(decodeText(utf16(`\uFEFF${SAMPLE}`, bigEndian)), { text: SAMPLE, encoding });
      assert.deepEqual(decodeText(utf16(SAMPLE, bigEndian)), { text: SAMPLE, encoding });
    }
  });

  it('reads what is no UTF-8 as windows-1252', () => {
    const bytes = Buffer.from("// l'accès est vérifié", 'latin1');
    assert.deepEqual(decodeText(bytes), { text: "// l'accès est vérifié", encoding: 'windows-1252' });
    const own = new Uint8Array([0xe9, 0x20, 0x80, 0x92, 0x93, 0x94, 0x96, 0x9c, 0x9f, 0x81]);
    assert.deepEqual(decodeText(own), { text: 'é €’“”–œŸ\x81', encoding: 'windows-1252' });
  });

  it('keeps the accents of UTF-8 in which one byte is broken', () => {
    const bytes = Buffer.concat([Buffer.from('vérifié, accès '), Buffer.from([0xff]), Buffer.from(' fin')]);
    assert.equal(textOf(bytes), 'vérifié, accès \uFFFD fin');
  });

  it('shows an encoded lone surrogate as replacement characters, the rest untouched', () => {
    const bytes = Buffer.concat([Buffer.from('éèàç '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(' @segur X')]);
    assert.equal(textOf(bytes), 'éèàç \uFFFD\uFFFD\uFFFD @segur X');
  });

  it('tells binary data by a NUL near the start', () => {
    assert.deepEqual(decodeText(Buffer.from('\u0000\u0000\u0001@segur X')), { binary: true });
    assert.deepEqual(decodeText(Buffer.from('ELF\u0000 @segur X')), { binary: true });
  });

  it('reads an empty file', () => {
    assert.equal(textOf(new Uint8Array()), '');
  });

  it('gives back every text that UTF-8 can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        assert.equal(textOf(new TextEncoder().encode(text)), text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void decodeText(bytes)));
  });
});
