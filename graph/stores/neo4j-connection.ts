/** Connects to a Neo4j server, and keeps what must not be shown out of its address. */
import neo4j, { type BookmarkManager, type Driver } from 'neo4j-driver';
import { ZhituError } from '../errors.ts';
import { neo4jError } from './neo4j-errors.ts';

export interface Neo4jOptions {
  /** `neo4j://`, `neo4j+s://`, `bolt://` or `bolt+s://`; may carry user and password, which then count. */
  readonly uri: string;
  /** Default `neo4j`. */
  readonly user?: string;
  readonly password?: string;
  /** Default: the server's own default database. */
  readonly database?: string;
  /** Carries what was written to what is read; stores that share one see what the others wrote. Default: one of its own. */
  readonly bookmarks?: BookmarkManager;
}

/** Milliseconds for one connection, and for all attempts of a write to get through a server that is changing its leader. */
const CONNECT_MS = 10_000;
const RETRY_MS = 15_000;

/** A driver that has reached its server. */
export interface Connection {
  readonly driver: Driver;
  /** The address without user and password. */
  readonly location: string;
  readonly user: string;
}

/**
 * Connects and checks that the server answers and has the database.
 * @throws ZhituError `store-unavailable`, naming the server and what to check, never the password.
 */
export async function connect({ uri, user, password, database }: Neo4jOptions): Promise<Connection> {
  const address = splitAddress(uri);
  const name = address.user ?? user ?? 'neo4j';
  const secret = address.password ?? password ?? '';
  const driver = createDriver(address.location, name, secret);
  try {
    await driver.verifyConnectivity();
    // Only a query notices that the server has no such database.
    const session = driver.session(database === undefined ? {} : { database });
    await session.run('RETURN 1');
    await session.close();
  } catch (error) {
    await driver.close();
    throw neo4jError(error, { location: address.location, user: name });
  }
  return { driver, location: address.location, user: name };
}

function createDriver(location: string, user: string, password: string): Driver {
  try {
    return neo4j.driver(location, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionTimeout: CONNECT_MS,
      connectionAcquisitionTimeout: CONNECT_MS,
      maxTransactionRetryTime: RETRY_MS,
      userAgent: 'zhitu',
    });
  } catch (error) {
    throw neo4jError(error, { location, user });
  }
}

/** An address without what must not be shown, and what it carried. */
function splitAddress(uri: string): { location: string; user?: string; password?: string } {
  const match = /^([a-z0-9+]+:\/\/)(?:([^/@:]*)(?::([^@]*))?@)?(.*)$/su.exec(uri);
  if (!match)
    throw new ZhituError('bad-input', 'The address of the Neo4j server cannot be read; expected bolt://host:7687.');
  const [, scheme = '', user, password, rest = ''] = match;
  return {
    location: scheme + rest,
    ...(user && { user: decodeURIComponent(user) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
}
