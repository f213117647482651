import { execFileSync } from 'node:child_process';
import { running } from '../support/places.js';

/**
 * @typedef {object} Started
 * @property {string} origin
 * @property {readonly string[]} software  its parts, with versions
 * @property {() => Promise<void>} close
 */

/**
 * Starts each server, for shops on these origins. A server's code is only loaded when it is needed.
 *
 * @type {Record<string, (shops: readonly string[]) => Promise<Started>>}
 */
export const starters = {
  async medusa(shops) {
    const { startMedusa } = await import('./medusa.js');
    running.medusa = await startMedusa(shops);
    return {
      ...running.medusa,
      software: [running.medusa.version, ...ofDebian({ PostgreSQL: 'postgresql-15' })],
    };
  },
  async wordpress() {
    const { startWordPress } = await import('./wordpress/server.js');
    running.wordpress = await startWordPress();
    const software = ofDebian({
      WordPress: 'wordpress',
      MariaDB: 'mariadb-server-core',
      PHP: 'php8.2-cli',
    });
    return { ...running.wordpress, software };
  },
};

/**
 * The makers' version numbers of Debian's packages.
 *
 * @param {Record<string, string>} packages
 */
const ofDebian = (packages) =>
  Object.entries(packages).map(([name, each]) => {
    const version = execFileSync('dpkg-query', ['--show', '--showformat=${Version}', each], {
      encoding: 'utf8',
    });
    return `${name} ${version.replace(/^\d+:/, '').replace(/[-+].*/, '')}`;
  });
