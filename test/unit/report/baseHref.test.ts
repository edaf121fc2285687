import { strict as assert } from 'node:assert';
import { baseHrefOf } from '../../../src/report/baseHref';

describe('baseHrefOf', () => {
  it('stays where the document lies in the traced folder itself', () => {
    assert.equal(baseHrefOf('/work/app', '/work/app'), './');
  });

  it('goes up and down between the two', () => {
    assert.equal(baseHrefOf('/work/app/out', '/work/app'), '../');
    assert.equal(baseHrefOf('/work', '/work/app'), 'app/');
    assert.equal(baseHrefOf('/tmp/reports', '/work/app'), '../../work/app/');
  });

  it('encodes names, so that none can end the link', () => {
    assert.equal(baseHrefOf('/work', '/work/a "b" é'), 'a%20%22b%22%20%C3%A9/');
  });

  it('knows no way to another drive', () => {
    assert.equal(baseHrefOf('C:/out', 'D:/app'), undefined);
    assert.equal(baseHrefOf('C:/out', 'c:/out/app'), 'app/');
  });
});
