// Writes types.json anew: Microsoft's own descriptions of the resource types that the template uses, as JSON schema.
// node types.mjs (needs the network: it asks npm's @azure/mcp, 60 MB, of Microsoft, which holds Bicep's types and answers offline)
//
// Kept are the properties that can be set; what Microsoft lets be any string beside known values is held to the known values.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const SOURCE = '@azure/mcp@2.0.5';
const TYPES = [
  'Microsoft.App/containerApps',
  'Microsoft.App/managedEnvironments',
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.BotService/botServices',
  'Microsoft.BotService/botServices/channels',
  'Microsoft.Consumption/budgets',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases',
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers',
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments',
  'Microsoft.Insights/components',
  'Microsoft.Insights/webtests',
  'Microsoft.Insights/workbooks',
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'Microsoft.OperationalInsights/workspaces',
];

function described(type) {
  const answer = execFileSync('npx', ['--yes', SOURCE, 'bicepschema', 'get', '--resource-type', type], {
    env: { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(answer).results.BicepSchemaResult;
}

/** The schemas of one resource type: its own under its name with its version, those of its parts under "name#part". */
function schemas(type) {
  const entries = described(type);
  const parts = new Map(entries.filter((entry) => entry.$type !== 'Resource' && entry.name).map((entry) => [entry.name, entry]));
  const found = {};

  function reference(name) {
    const key = `${type}#${name}`;
    if (!(key in found)) {
      found[key] = {};
      found[key] = part(parts.get(name));
    }
    return { $ref: `#/$defs/${key.replaceAll('/', '~1').replaceAll('#', '%23')}` };
  }

  function part(entry) {
    if (entry.$type === 'DiscriminatedObject') {
      return { anyOf: entry.elements.map((element) => object([...entry.baseProperties, ...element.properties])) };
    }
    return object(entry.properties ?? [], entry.additionalPropertiesType ?? entry.additionalProperties);
  }

  function object(properties, others) {
    const settable = properties.filter((property) => !/ReadOnly/.test(property.flags ?? ''));
    return {
      type: 'object',
      properties: Object.fromEntries(settable.map((property) => [property.name, value(property.type)])),
      required: settable.filter((property) => /Required/.test(property.flags ?? '')).map((property) => property.name),
      additionalProperties: others ? value(others) : false,
    };
  }

  function value(text) {
    // Anything may be an expression instead.
    return { if: { $ref: '#/$defs/expression' }, else: plain(text) };
  }

  function plain(text) {
    if (text.endsWith('[]')) {
      return { type: 'array', items: value(text.slice(0, -2).replace(/^\((.*)\)$/, '$1')) };
    }
    const simple = { string: { type: 'string' }, int: { type: 'number' }, bool: { type: 'boolean' }, any: {} };
    if (text in simple) {
      return simple[text];
    }
    if (parts.has(text)) {
      return reference(text);
    }
    return { enum: text.split(' | ').filter((literal) => literal !== 'string') };
  }

  const { bodyType } = entries.find((entry) => entry.$type === 'Resource' && entry.name.startsWith(`${type}@`));
  const version = bodyType.properties.find((property) => property.name === 'apiVersion').type;
  return { [`${type}@${version}`]: object(bodyType.properties), ...found };
}

const all = Object.assign({ expression: { type: 'string', pattern: '^\\[' } }, ...TYPES.map(schemas));
const lines = Object.entries(all).map(([name, schema]) => `  ${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
writeFileSync('types.json', `{\n "$comment": "Written by types.mjs from ${SOURCE}",\n "$defs": {\n${lines.join(',\n')}\n }\n}\n`);
