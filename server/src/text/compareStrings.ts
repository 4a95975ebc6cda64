/** Orders strings by their UTF-16 units: the same on every machine, which `localeCompare` is not. For `sort`. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
