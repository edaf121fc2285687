import assert from 'node:assert/strict';
import type { FileAnnotations } from '../../../src/annotations/model';
import { AnnotationIndex } from '../../../src/workspace/annotationIndex';

function says(word: string): FileAnnotations {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: word.length } };
  return { annotations: [], mentions: [{ raw: word, range }], problems: [] };
}

function watched() {
  const index = new AnnotationIndex((error) => {
    throw error;
  });
  const events: string[][] = [];
  index.onDidChange((files) => events.push([...files]));
  return { index, events, word: (file: string) => index.get(file)?.mentions[0]?.raw };
}

describe('AnnotationIndex', () => {
  it('gives back what it was given, and tells which file changed', () => {
    const { index, events, word } = watched();
    index.update('a', says('x'));
    assert.equal(word('a'), 'x');
    assert.deepEqual(events, [['a']]);
  });

  it('is silent when nothing differs', () => {
    const { index, events } = watched();
    index.update('a', says('x'));
    index.update('a', says('x'));
    index.update('b', undefined);
    assert.deepEqual(events, [['a']]);
  });

  it('tells of many files at once', () => {
    const { index, events } = watched();
    index.updateAll([
      ['a', says('x')],
      ['b', says('y')],
      ['c', undefined],
    ]);
    assert.deepEqual(events, [['a', 'b']]);
  });

  it('puts the text of an editor before the file', () => {
    const { index, events, word } = watched();
    index.update('a', says('disk'));
    index.setOverlay('a', says('buffer'));
    index.update('a', says('newer disk'));
    assert.equal(word('a'), 'buffer');
    index.clearOverlay('a');
    assert.equal(word('a'), 'newer disk');
    assert.equal(events.length, 3);
  });

  it('lets an editor say that there is nothing any more', () => {
    const { index, events, word } = watched();
    index.update('a', says('disk'));
    index.setOverlay('a', undefined);
    assert.equal(word('a'), undefined);
    index.setOverlay('a', says('disk'));
    index.clearOverlay('a');
    assert.deepEqual(events, [['a'], ['a'], ['a']]);
  });
});
