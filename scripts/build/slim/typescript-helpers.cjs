// What TypeScript writes at the head of each CommonJS module to import and re-export others.
exports.__createBinding = (to, from, name, as = name) => {
  Object.defineProperty(to, as, { enumerable: true, get: () => from[name] });
};

exports.__setModuleDefault = (to, value) => {
  Object.defineProperty(to, 'default', { enumerable: true, value });
};

exports.__importStar = (module) => {
  if (module?.__esModule) return module;
  const all = {};
  for (const name of Object.getOwnPropertyNames(module ?? {})) {
    if (name !== 'default') exports.__createBinding(all, module, name);
  }
  exports.__setModuleDefault(all, module);
  return all;
};

exports.__exportStar = (module, to) => {
  for (const name in module)
    if (name !== 'default' && !Object.hasOwn(to, name)) exports.__createBinding(to, module, name);
};
