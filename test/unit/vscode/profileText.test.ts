import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { ProjectFileBroken, withProfile } from '../../../src/vscode/project/profileText';

const profile = { couloir: 'medico-social', dispositif: 'DUI', profils: ['Général', 'IAM'] };

function profileOf(text: string): unknown {
  return (parse(text) as { readonly profile?: unknown }).profile;
}

describe('withProfile', () => {
  it('starts a project file where there was none', () => {
    assert.deepEqual(parse(withProfile('', profile)), { version: 1, profile });
  });

  it('adds the profile and leaves every other byte alone', () => {
    const text = 'version: 1   # v\n\nproduct: { name: X }  # p\nproofs:\n    -   for: SC.SSI/GEN.18\n';
    const changed = withProfile(text, profile);
    assert.ok(changed.startsWith(text));
    assert.deepEqual(profileOf(changed), profile);
  });

  it('changes a profile in flow style within its braces', () => {
    const changed = withProfile(
      'version: 1\nprofile: { couloir: ville }   # keep\ncatalogs: [ "x" ]  # too\n',
      profile,
    );
    assert.match(changed, /^profile: \{ .* \} {3}# keep$/mu);
    assert.match(changed, /^catalogs: \[ "x" \] {2}# too$/mu);
    assert.deepEqual(profileOf(changed), profile);
  });

  it('keeps the comments inside and after a profile in block style', () => {
    const text =
      'version: 1\nprofile:\n  # which one\n  couloir: ville # sure\n  profils:\n    - A\n\n# next\ncatalogs: []\n';
    const changed = withProfile(text, profile);
    assert.equal(changed.match(/# which one/gu)?.length, 1);
    assert.match(changed, /couloir: medico-social # sure/u);
    assert.ok(changed.endsWith('\n\n# next\ncatalogs: []\n'));
    assert.deepEqual(profileOf(changed), profile);
  });

  it('leaves the list of profils as it is written: its style, its comments and the order of what stays', () => {
    const text =
      'version: 1\nprofile:\n  profils: [IAM, "Général"] # ours\n  dispositif: DUI\n  couloir: ville\nscan: {}\n';
    assert.equal(withProfile(text, profile), text.replace('ville', 'medico-social'));
    const fewer = withProfile(text, { ...profile, profils: ['Autre', 'IAM'] });
    assert.match(fewer, /^ {2}profils: \[ ?IAM, Autre ?\] # ours$/mu);
    const block = 'version: 1\nprofile:\n  profils:\n    - Général # all\n    - X\n';
    assert.match(withProfile(block, { profils: ['IAM', 'Général'] }), /^ {4}- Général # all\n {4}- IAM$/mu);
  });

  it('keeps Windows line ends', () => {
    const changed = withProfile('version: 1\r\nprofile:\r\n  couloir: v\r\nscan: {}\r\n', profile);
    assert.equal(changed.replaceAll('\r\n', '').includes('\n'), false);
    assert.deepEqual(parse(changed), { version: 1, profile, scan: {} });
  });

  it('removes what is no longer restricted', () => {
    assert.deepEqual(parse(withProfile('version: 1\nprofile: { couloir: ville, profils: [A] }\n', { profils: [] })), {
      version: 1,
      profile: {},
    });
  });

  it('says the same twice without a change', () => {
    for (const start of ['', 'version: 1\nprofile:\n', '{version: 1}', 'version: 1\nprofile: {}\n']) {
      const once = withProfile(start, profile);
      assert.equal(withProfile(once, profile), once);
      assert.deepEqual(parse(once), { version: 1, profile });
    }
  });

  it('refuses what is not a project file', () => {
    assert.throws(() => withProfile('profile: {', profile), ProjectFileBroken);
    assert.throws(() => withProfile('- a\n- b\n', profile), ProjectFileBroken);
  });
});
