// Downloads desktop VS Code into `.vscode-test/` for find-editor.mjs, and tells it by messages how far it is.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';

const reporter = {
  report: ({ stage }) => {
    if (stage === 'resolvedVersion') process.send?.({ answered: true });
  },
  error: () => {},
};
const executable = await downloadAndUnzipVSCode({ reporter, timeout: 15_000 }).catch(() => undefined);
process.send?.({ executable }, () => process.exit(0));
