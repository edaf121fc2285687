import assert from 'node:assert/strict';
import { LineMap } from '../../../src/base/text';
import { LANGUAGES, languageForDocument, languageForId, languageForPath } from '../../../src/annotations/languages';
import { parseAnnotations } from '../../../src/annotations/parseAnnotations';
import { idsIn, read } from './read';

// @segur ST.ANN.04
describe('parseAnnotations', () => {
  describe('hostile files', () => {
    it('counts lines by \\n, \\r\\n and a lone \\r', () => {
      const { annotations } = read('a\nb\r\nc\rd // @segur A-1');
      assert.equal(annotations[0]?.markerRange.start.line, 3);
      assert.equal(annotations[0].markerRange.start.character, 5);
    });

    it('reads a marker right behind a byte order mark', () => {
      for (const [id, text] of [
        ['typescript', '\uFEFF// @segur A-1'],
        ['plaintext', '\uFEFF@segur A-1'],
        ['python', '\uFEFF"""@segur A-1"""'],
        ['shellscript', '\uFEFF# @segur A-1'],
        ['yaml', '\uFEFF# @segur A-1'],
        ['properties', '\uFEFF# @segur A-1'],
        ['bat', '\uFEFFREM @segur A-1'],
        ['ruby', '\uFEFF=begin\n@segur A-1\n=end'],
        ['fortran-fixed', '\uFEFFC @segur A-1'],
        ['abap', '\uFEFF* @segur A-1'],
        ['cobol', '\uFEFF      * @segur A-1'],
        ['astro', '\uFEFF---\n// @segur A-1\n---'],
      ] as const) {
        assert.deepEqual(idsIn(text, id), ['A-1'], id);
      }
    });

    it('goes on over lone surrogates and NULs', () => {
      assert.deepEqual(idsIn('x = "\ud800"; // \udc00 @segur A-1 \ud800\n\0// @segur A-2'), ['A-1', 'A-2']);
    });

    for (const [id, text] of [
      ['typescript', '/* @segur A-1'],
      ['html', '<!-- @segur A-1'],
      ['python', '"""@segur A-1'],
      ['rust', '/* /* @segur A-1 */'],
      ['ruby', '=begin\n@segur A-1'],
      ['perl', '=pod\n@segur A-1'],
      ['lua', '--[[ @segur A-1'],
      ['haskell', '{- {- @segur A-1 -}'],
    ] as const) {
      it(`reads the unterminated comment ${JSON.stringify(text)}`, () => {
        assert.deepEqual(idsIn(text, id), ['A-1']);
      });
    }

    for (const text of [
      'x = "\n// @segur A-1',
      "x = 'it\n// @segur A-1",
      'x = a / b\n// @segur A-1',
      'x = "\\\n"; // @segur A-1',
    ]) {
      it(`comes back to code behind ${JSON.stringify(text)}`, () => {
        assert.deepEqual(idsIn(text), ['A-1']);
      });
    }

    it('reads an id of ten thousand letters and a list of a thousand ids without harm', () => {
      assert.equal(idsIn(`// @segur ${'A'.repeat(10_000)}1`)[0]?.length, 10_001);
      const ids = Array.from({ length: 1000 }, (_, i) => `A-${i}`);
      assert.ok(idsIn(`// @segur ${ids.join(', ')}`).length >= 200);
    });

    it('finds every one of forty thousand annotations on one line', () => {
      for (const text of ['// @segur A-1 ', '/* @segur A-1 */ ', '/* @segur A-1 */ x; ']) {
        assert.equal(idsIn(text.repeat(40_000)).length, 40_000, text);
      }
    });

    it('comes to an end on lines of YAML that could be parted in many ways', () => {
      const line = `-${'-- -'.repeat(60)}${'!: !: '.repeat(43)}# |\n`;
      assert.deepEqual(idsIn(`${line.repeat(4000)}# @segur A-1\n`, 'yaml'), ['A-1']);
    });

    it('says nothing of an empty text', () => {
      assert.deepEqual(read(''), { annotations: [], mentions: [], problems: [] });
    });
  });

  describe('prose', () => {
    it('takes what stands in a table cell up to the end of the cell', () => {
      const { annotations } = read('| @segur A-1 — note | other |\n', 'markdown');
      assert.equal(annotations[0]?.note, 'note');
    });

    it('finds what is quoted in a line of prose, whatever comments stand below it', () => {
      const text = '- @segur A-1 (not `@segur N-1`)\n\n<!-- @segur A-2, not `@segur N-2` -->\n\nA `quote`\n';
      assert.deepEqual(idsIn(text, 'markdown'), ['A-1', 'A-2']);
    });

    it('reads a comment of a Markdown file once', () => {
      assert.deepEqual(idsIn('<!--\n@segur A-1\n-->\n@segur A-2\n', 'markdown'), ['A-1', 'A-2']);
    });

    it('comes to an end on a banner of any length before the marker', () => {
      for (const mark of ['#', '-', '=', '*', '1.', '[ ] ', '# ', '| ']) {
        for (let length = 1; length <= 60; length++) {
          const banner = mark.repeat(length);
          assert.deepEqual(idsIn(`${banner}x @segur A-1\n`, 'plaintext'), [], banner);
        }
      }
      assert.deepEqual(idsIn(`${'#'.repeat(50)} @segur A-1\n`, 'plaintext'), ['A-1']);
    });

    it('reads unknown languages by the usual marks', () => {
      const unknown = languageForPath('notes.zzz');
      for (const text of [
        '// @segur A-1',
        '# @segur A-1',
        '-- @segur A-1',
        '/* @segur A-1 */',
        '@segur A-1',
        "' @segur A-1",
        'REM @segur A-1',
        'x ; @segur A-1',
        '* @segur A-1',
        '(* @segur A-1 *)',
        '% @segur A-1',
      ]) {
        const ids = parseAnnotations(text, { language: unknown, marker: '@segur' }).annotations.flatMap(
          ({ ids: all }) => all.map(({ raw }) => raw),
        );
        assert.deepEqual(ids, ['A-1'], text);
      }
      for (const text of ['x = "// @segur A-1"', 'see @segur A-1', 'http://@segur A-1']) {
        assert.deepEqual(parseAnnotations(text, { language: unknown, marker: '@segur' }).annotations, [], text);
      }
    });
  });

  it('reads on demand only the annotations of a stretch, as it reads them in the whole text', () => {
    const text =
      "// @segur A-1\na();\n// @segur:off\n// @segur A-2\n// @segur:on\nconst b = '// @segur A-3';\n// @segur A-4,\n// A-5\nc();\n";
    const all = read(text).annotations;
    for (let start = 0; start <= text.length; start++) {
      for (const end of [start, start + 20, text.length]) {
        const starts = (at: number): boolean => at >= start && at < end;
        const wanted = all.filter(({ markerRange }) => starts(new LineMap(text).offsetAt(markerRange.start)));
        assert.deepEqual(read(text, 'typescript', { within: { start, end } }).annotations, wanted);
      }
    }
  });
});

describe('languages', () => {
  it('have ids, extensions and file names of their own', () => {
    const seen = new Map<string, string>();
    for (const { id, ids, extensions, filenames } of LANGUAGES) {
      for (const key of [id, ...ids, ...extensions.map((one) => `.${one}`), ...filenames.map((one) => `/${one}`)]) {
        assert.equal(seen.get(key.toLowerCase()), key === id && ids.includes(id) ? id : undefined, `${key} of ${id}`);
        seen.set(key.toLowerCase(), id);
      }
    }
  });

  for (const [path, id] of [
    ['a.ts', 'typescript'],
    ['a.tsx', 'javascript'],
    ['a/B.JAVA', 'java'],
    ['Dockerfile', 'dockerfile'],
    ['dockerfile.prod', 'dockerfile'],
    ['Makefile', 'makefile'],
    ['.env.local', 'dotenv'],
    ['CMakeLists.txt', 'cmake'],
    ['Jenkinsfile', 'groovy'],
    ['build.gradle.kts', 'kotlin'],
    ['a.h', 'c'],
    ['noextension', 'unknown'],
    ['a.', 'unknown'],
    ['.hidden', 'unknown'],
  ] as const) {
    it(`tells ${path} to be ${id}`, () => {
      assert.equal(languageForPath(path).id, id);
    });
  }

  for (const [line, id] of [
    ['#!/bin/sh', 'shellscript'],
    ['#!/usr/bin/env python3', 'python'],
    ['#!/usr/bin/python3.11', 'python'],
    ['#!/usr/bin/env -S node --no-warnings', 'javascript'],
    ['#!', 'unknown'],
  ] as const) {
    it(`reads ${line} as ${id}`, () => {
      assert.equal(languageForPath('script', `${line}\n`).id, id);
    });
  }

  for (const [text, id] of [
    ['function y = f(x)\n% doc\n', 'matlab'],
    ['#import <Foundation/Foundation.h>\n', 'cpp'],
    ['ROU ;doc\n S X=1\n Q\n', 'mumps'],
  ] as const) {
    it(`tells a .m file by its start: ${id}`, () => {
      assert.equal(languageForPath('a.m', text).id, id);
    });
  }

  for (const [text, id] of [
    ['VERSION 1.0 CLASS\nBEGIN\nEND\nAttribute VB_Name = "Patient"\n', 'vb'],
    ["Option Explicit\n' @segur X\nPublic Sub Save()\n", 'vb'],
    ['Public Class Patient\n', 'vb'],
    ['', 'vb'],
    ['/// A patient.\nClass Dossier.Patient Extends %Persistent\n{\n', 'objectscript'],
    ['Include %occErrors\n\nClass Patient\n{\n', 'objectscript'],
    ['// @segur X\nClass Dossier.Patient\n{\n', 'objectscript'],
    ['/* Who may see it. */\npublic with sharing class Access {\n', 'apex'],
    ['@isTest\nprivate class AccessTest {\n', 'apex'],
    ['% A class.\n\\NeedsTeXFormat{LaTeX2e}\n\\ProvidesClass{report}\n', 'latex'],
  ] as const) {
    it(`tells a .cls file by its start: ${id}, ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.equal(languageForPath('a.cls', text).id, id);
    });
  }

  it('lets the editor name the language, and the path where the editor says plain text', () => {
    assert.equal(languageForDocument('a.txt', 'python').id, 'python');
    assert.equal(languageForDocument('a.py', 'plaintext').id, 'python');
    assert.equal(languageForDocument('a.ts', 'typescript').id, 'typescript');
    assert.equal(languageForDocument('a.tsx', 'typescriptreact').id, 'javascript');
    assert.equal(languageForDocument('a.xyz', 'never-heard').id, 'unknown');
    assert.equal(languageForId('TypeScript')?.id, 'typescript');
  });
});
