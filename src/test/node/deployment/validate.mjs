// Holds the resources of an ARM template against Microsoft's descriptions of their types: node validate.mjs <main.json>
// Each fault is printed on a line of its own.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const here = (file) => read(new URL(file, import.meta.url));

const ajv = new Ajv({ strict: false, allErrors: true });
const sources = ['types.json', 'alerts.json'];
sources.forEach((file) => ajv.addSchema(here(file), file));

function validator(type) {
  const file = sources.find((name) => type in here(name).$defs);
  return file && ajv.getSchema(`${file}#/$defs/${type.replaceAll('/', '~1')}`);
}

/** What a template says of a resource, and the resource's type knows nothing of. */
function withoutDeployment({ type, apiVersion, condition, dependsOn, metadata, scope, ...resource }) {
  return resource;
}

for (const [name, resource] of Object.entries(read(process.argv[2]).resources)) {
  const validate = validator(`${resource.type}@${resource.apiVersion}`);
  if (!validate) {
    console.log(`${name}: ${resource.type}@${resource.apiVersion} is not described`);
  } else if (!validate(withoutDeployment(resource))) {
    validate.errors
      .filter((error) => error.keyword !== 'if')
      .forEach((error) => console.log(`${name}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
}
