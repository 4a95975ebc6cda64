/**
 * Thrown when this machine lacks something that cannot be installed from here. Its message names it and says what to do.
 */
export class Missing extends Error {
  /**
   * @param {string} what
   * @param {string} remedy
   */
  constructor(what, remedy) {
    super(`missing: ${what}. ${remedy}`);
    this.name = 'Missing';
  }
}
