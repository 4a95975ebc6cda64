import { readdir, readFile } from 'node:fs/promises';

/**
 * The most that a process and its children have held of the machine's memory, and what they hold now, in MB, with the
 * milliseconds of all cores that the process has used; null where the system does not tell. Worker threads are inside their process.
 */
export async function memoryOf(pid) {
  try {
    const pids = [pid, ...(await childrenOf(pid))];
    const statuses = await Promise.all(pids.map((each) => readFile(`/proc/${each}/status`, 'utf8')));
    const sum = (key) =>
      statuses.reduce((total, status) => total + Number(new RegExp(`${key}:\\s*(\\d+)`).exec(status)?.[1] ?? 0), 0) /
      1024;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return { peak: sum('VmHWM'), now: sum('VmRSS'), cpu: (user + system) * 10 }; // a tick is 10 ms
  } catch {
    return null;
  }
}

async function childrenOf(pid) {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8')));
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean));
  return [...children, ...(await Promise.all(children.map(childrenOf))).flat()];
}
