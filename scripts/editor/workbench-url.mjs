/**
 * The address that opens the workbench of a stand-in.
 * @param {import('./stand-in-server.mjs').StandInServer} server
 * @param {object} options
 * @param {string} [options.folder] absolute path
 * @param {string[]} [options.developmentPaths] extensions to run from their sources, absolute paths
 * @param {string} [options.testsPath] the suite to run in the extension host, absolute path
 * @param {string} [options.openFile] absolute path
 */
export function workbenchUrl(server, { folder, developmentPaths = [], testsPath, openFile }) {
  const remote = (path) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload = [['skipWelcome', 'true']];
  for (const path of developmentPaths) payload.push(['extensionDevelopmentPath', remote(path)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  if (openFile) payload.push(['openFile', remote(openFile)]);
  const url = new URL(server.origin);
  if (folder) url.searchParams.set('folder', folder);
  else url.searchParams.set('ew', 'true');
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
