/** The errors of the Neo4j driver, as errors that say what to check. */
import { ZhituError } from '../errors.ts';

export interface Neo4jContext {
  /** The address without user and password. */
  readonly location: string;
  readonly user: string;
  readonly cypher?: string;
}

/** An error of this program is given back as it is. No message contains a password. */
export function neo4jError(error: unknown, { location, user, cypher }: Neo4jContext): unknown {
  if (error instanceof ZhituError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const details = { location, engineCode: code, ...(cypher !== undefined && { cypher }) };
  if (/^Neo\.ClientError\.Security\./u.test(code)) {
    const rate = /AuthenticationRateLimit/u.test(code)
      ? ' After several wrong passwords it refuses the right one too, for some seconds: wait, then repeat.'
      : '';
    return new ZhituError(
      'store-unavailable',
      `The Neo4j server at ${location} did not accept the user ${user} with this password. Check NEO4J_USER and NEO4J_PASSWORD.${rate}`,
      details,
    );
  }
  if (/ServiceUnavailable|SessionExpired|DatabaseUnavailable/u.test(code)) {
    return new ZhituError(
      'store-unavailable',
      `The Neo4j server at ${location} does not answer. Check that it runs (npm run neo4j -- status) and that NEO4J_URI names it.`,
      details,
    );
  }
  if (/DatabaseNotFound/u.test(code)) {
    return new ZhituError(
      'store-unavailable',
      `The Neo4j server at ${location} has no such database. Check NEO4J_DATABASE.`,
      details,
    );
  }
  if (/OutOfDiskSpace|NoSpaceLeft/iu.test(`${code} ${error.message}`)) {
    return new ZhituError(
      'disk-full',
      `The disk of the Neo4j server at ${location} is full. Make room and repeat the call.`,
      details,
    );
  }
  if (code.startsWith('Neo.')) {
    return new ZhituError('store-rejected', `Neo4j refused the statement: ${error.message}`, details);
  }
  return new ZhituError(
    'store-unavailable',
    `The Neo4j server at ${location} cannot be used. Check NEO4J_URI: expected an address such as bolt://localhost:7687.`,
    details,
  );
}
