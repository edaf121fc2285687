import assert from 'node:assert/strict';
import { isImport, isOnlyImports } from '../../../src/units/importLines';

describe('imports', () => {
  const imports = [
    'import { a } from "b";',
    'import java.util.List;',
    'export * from "./a";',
    'export { a } from "./a";',
    'from x import y',
    'package fr.x.auth;',
    'package auth',
    'use std::fmt;',
    'pub use crate::a::{b, c};',
    'using System.Text;',
    '#include <stdio.h>',
    "require 'json'",
    "const a = require('b');",
    "'use strict';",
    '<?php',
    'namespace App\\Auth;',
  ];
  for (const line of imports) {
    it(`${line} is one`, () => assert.ok(isImport(line)));
  }
  const code = [
    'export const a = 1;',
    'export function a() {',
    'important();',
    'using (var x = open()) {',
    'packages.map(a);',
    'const a = load("b");',
    'users.save();',
    'included = true',
  ];
  for (const line of code) {
    it(`${line} is none`, () => assert.ok(!isImport(line)));
  }

  it('may go over several lines', () => {
    assert.ok(isOnlyImports(['import {', 'a,', 'b,', '} from "c";', '', 'import d from "e";']));
    assert.ok(!isOnlyImports(['import {', 'a,', '} from "c";', 'a();']));
    assert.ok(isOnlyImports(['', '']));
  });

  it('takes no time over a hostile line', () => {
    const start = process.cpuUsage().user;
    for (const line of ['const ', 'using ', 'use ', 'from ', 'package a.', 'export type ']) {
      isImport(line + 'a '.repeat(200_000));
      isImport(`${line}${'a'.repeat(390)}`);
      isImport(`${line}${' '.repeat(390)}`);
      isImport(`${line}${'a= '.repeat(130)}`);
    }
    assert.ok(process.cpuUsage().user - start < 2_000_000);
  });
});
