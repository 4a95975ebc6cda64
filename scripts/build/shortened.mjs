import { minify } from 'terser';

/** A build that watches has no seconds to spare for what only makes files shorter. */
export const watching = process.argv.includes('--watch');

/**
 * esbuild shortens names and spaces; terser makes another 30 kB of what a desktop loads shorter, in some seconds.
 * @param {{ code: string, map: string }} script CommonJS, or one that stands alone
 * @returns {Promise<{ code: string, map: string }>}
 */
export async function shortened({ code, map }) {
  const [head] = /^#!.*\n/.exec(code) ?? [''];
  const shorter = await minify(code.slice(head.length), {
    ecma: 2020,
    compress: { passes: 2, ecma: 2020, toplevel: true, unsafe_arrows: true },
    mangle: { toplevel: true },
    sourceMap: { content: map },
  });
  return { code: `${head}${shorter.code}\n`, map: shorter.map };
}
