import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { clientStandIn, featuresIn, serverStandIn, unusedFeatures } from '../../scripts/build/unused-features.mjs';

const require = createRequire(import.meta.url);
const { serverCapabilities } = require('../../server/src/features/capabilities.ts');

const client = common('vscode-languageclient/node');
const server = common('vscode-languageserver/node');
const modules = [...new Set(Object.values(unusedFeatures))];

describe('features that are left out of the build', () => {
  for (const capability of Object.keys(unusedFeatures)) {
    it(`${capability} is not announced`, () => {
      const value = capability.split('.').reduce((object, key) => object?.[key], serverCapabilities);
      assert.equal(value, undefined);
    });
  }

  for (const name of modules) {
    it(`all that is made of ${name} has a stand-in`, () => {
      const usedOf = (folder, main) => {
        const file = join(folder, `${name}.js`);
        if (!existsSync(file)) return [];
        const used = [...read(folder, main).matchAll(new RegExp(`\\b${name}_1\\.(\\w+Feature)\\b`, 'g'))];
        const has = new Set(featuresIn(readFileSync(file, 'utf8')));
        assert.ok(used.every(([, feature]) => has.has(feature)));
        return used;
      };
      assert.ok(usedOf(client, 'client.js').length + usedOf(server, 'server.js').length > 0);
    });
  }

  it('a stand-in is what the client calls a feature', () => {
    const [contract] = /function is\(value\)[^]*?\}\)\(StaticFeature/.exec(read(client, 'features.js')) ?? [''];
    const methods = [...contract.matchAll(/Is\.func\(candidate\.(\w+)\)/g)].map(([, method]) => method);
    const needed = methods.filter((method) => !contract.includes(`candidate.${method} === undefined`));
    assert.ok(needed.length >= 3, needed.join());
    const { HueFeature } = evaluated(clientStandIn(['HueFeature']));
    for (const method of needed) assert.equal(typeof new HueFeature({})[method], 'function', method);
    const capabilities = {};
    new HueFeature({}).fillClientCapabilities(capabilities);
    assert.deepEqual(capabilities, {});
  });

  it('a stand-in of the server is a mixin that adds nothing', () => {
    class Base {}
    assert.equal(evaluated(serverStandIn(['HueFeature'])).HueFeature(Base), Base);
  });
});

function evaluated(source) {
  const exports = {};
  new Function('exports', source)(exports);
  return exports;
}

function common(entry) {
  return join(dirname(require.resolve(entry)), '../common');
}

function read(folder, file) {
  return readFileSync(join(folder, file), 'utf8');
}
