// The one class of minimatch that vscode-languageclient asks for, upon the glob matcher that the server has anyway.
const picomatch = require('picomatch');

exports.Minimatch = class Minimatch {
  constructor(pattern, { noext = false, nocase = false } = {}) {
    const options = { noextglob: noext, nocase };
    this.matches = picomatch(pattern, options);
    this.regexp = picomatch.makeRe(pattern, options);
  }

  makeRe() {
    return this.regexp ?? false;
  }

  match(path) {
    return this.matches(path);
  }
};
