import { spawnSync } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { root } from './bundle.mjs';

/**
 * How a program is run here that shall have no network: in a namespace of its own where the system lets us, else with
 * Node's ways out closed. Returns that in words, the command to run for a command, and the environment it wants.
 */
export function withoutNetwork() {
  if (spawnSync('unshare', ['-rn', 'true']).status === 0)
    return {
      how: 'in a network namespace of its own (unshare)',
      wrap: (command, args) => ['unshare', ['-rn', command, ...args]],
      env: {},
    };
  return {
    how: 'with the sockets of Node refused (this system does not permit unshare)',
    wrap: (command, args) => [command, args],
    env: { NODE_OPTIONS: `--require=${JSON.stringify(path.join(root, 'scripts/lib/refuse-network.cjs'))}` },
  };
}

/**
 * A port of 127.0.0.1 that leads to a Unix socket, which is a file, and so the one way to a program without a network.
 * Returns the port and `close()`.
 */
export async function portTo(socket) {
  const connections = new Set();
  const server = net.createServer((near) => {
    const far = net.connect(socket);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      connections.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        connections.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    for (const connection of connections) connection.destroy();
  };
  return { port: server.address().port, close };
}
