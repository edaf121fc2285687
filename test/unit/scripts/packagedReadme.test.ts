import assert from 'node:assert/strict';
import { packagedReadme } from '../../../scripts/packaging/packagedReadme';

const packaged = (text: string) => packagedReadme(text, (path) => path === 'README.fr.md');

describe('the README in a package', () => {
  it('has no picture of the repository', () => {
    const picture = '<picture>\n  <source srcset="media/a.png">\n  <img src="media/b.png" alt="b">\n</picture>\n';
    const text = `# Title\n\n![one](media/a.png)\n\n1. Do\n\n   ![two](media/b.png)\n\n2. So\n\n${picture}\nEnd\n`;
    assert.equal(packaged(text), '# Title\n\n1. Do\n\n2. So\n\nEnd\n');
  });

  it('keeps a picture of the web', () => {
    const text = '![logo](https://example.org/logo.png)\n';
    assert.equal(packaged(text), text);
  });

  it('links to what goes along, to the web and to its own headings', () => {
    const text = '[fr](README.fr.md) [fr](README.fr.md#a) [web](https://example.org) [below](#below)';
    assert.equal(packaged(text), text);
    assert.equal(
      packaged('See [the guide](CONTRIBUTING.md#rooms) and [bench](scripts/bench)'),
      'See the guide and bench',
    );
  });
});
