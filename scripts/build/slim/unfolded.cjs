// Reads what word-lists.mjs has front-coded: “:ada<m=s” is “ada adm adms” where the separator is a space.
exports.unfolded = (coded, separator) => {
  let last = '';
  const words = coded.split(/(?=[:-@])/).map((part) => (last = last.slice(0, part.charCodeAt(0) - 58) + part.slice(1)));
  return words.join(separator);
};
