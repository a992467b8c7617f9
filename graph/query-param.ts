/** Reads one `@param` line of a saved query's header. */
import { ZhituError } from './errors.ts';
import { coerce, PARAM_TYPES, type ParamType, type QueryParam } from './query-values.ts';
import { NodeKind } from './shapes.ts';

const PARAM =
  /^(?<name>[A-Za-z_]\w*)\s+(?<type>\S+)(?<required>\s+required)?(?:\s*=\s*(?<value>"[^"]*"|[^\s"]+))?(?:\s+"(?<label>[^"]*)")?(?:\s+"(?<labelEn>[^"]*)")?(?:\s+(?<min>-?[\d.]+?)\.\.(?<max>-?[\d.]+))?$/u;

/**
 * `person Person.id[] required "人物" "Person"` as a parameter. `fault` makes the error for what does not follow the format.
 * @throws what `fault` gives
 */
export function parseParam(text: string, fault: (message: string) => ZhituError): QueryParam {
  const groups = PARAM.exec(text)?.groups;
  if (!groups)
    throw fault('expected `@param name type [required] [= default] ["label" ["label in English"]] [min..max]`');
  const { name = '', type = '', label = name, value, min, max } = groups;
  const entity = entityOf(type);
  const choices = /^\w+(?:\|\w+)+$/u.test(type) ? type.split('|') : null;
  if (!entity && !choices && !PARAM_TYPES.includes(type as (typeof PARAM_TYPES)[number])) {
    const kinds = NodeKind.options.map((kind) => `${kind}.id`).join(', ');
    const expected = `${PARAM_TYPES.join(', ')}, words such as a|b, or an entity such as ${kinds}`;
    throw fault(`${type} is not a type; expected ${expected}`);
  }
  if (groups.required && value !== undefined) throw fault(`${name} is required, so a default has no use`);
  if (min !== undefined && type !== 'int' && type !== 'float')
    throw fault(`only int and float have a range, and ${name} is ${type}`);
  const param: QueryParam = {
    name,
    label,
    labelEn: groups.labelEn ?? label,
    type: entity ? 'entity' : choices ? 'choice' : (type as ParamType),
    entity,
    choices,
    required: groups.required !== undefined,
    default: null,
    min: min === undefined ? null : Number(min),
    max: max === undefined ? null : Number(max),
  };
  if (value === undefined) return param;
  try {
    return { ...param, default: coerce(param, value.replace(/^"(.*)"$/u, '$1')) };
  } catch (error) {
    throw error instanceof ZhituError ? fault(error.message) : error;
  }
}

function entityOf(type: string): QueryParam['entity'] {
  const match = /^([A-Z]\w*)\.(\w+)(\[\])?$/u.exec(type);
  const kind = NodeKind.safeParse(match?.[1]);
  return match && kind.success ? { kind: kind.data, property: match[2] as string, many: match[3] !== undefined } : null;
}
