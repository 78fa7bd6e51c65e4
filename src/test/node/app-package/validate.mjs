// What Microsoft's validator has to say of the files of an app package: node validate.mjs <manifest.json> <localisation.json>...
// Each fault is printed on a line of its own.
import { existsSync, readFileSync } from 'node:fs';
import { AppManifestUtils } from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The validator would fetch a schema that doesn't come with it. */
function withBundledSchema(content) {
  const path = new URL(content.$schema).pathname;
  if (!existsSync(new URL(`node_modules/@microsoft/app-manifest/build${path}`, import.meta.url))) {
    throw new Error(`${content.$schema} does not come with the validator`);
  }
  return content;
}

const [manifest, ...localisations] = process.argv.slice(2);
const faults = await AppManifestUtils.validateAgainstSchema(withBundledSchema(read(manifest)));

for (const file of localisations) {
  // Microsoft's schema of localisation files has patterns that are none in Unicode mode, which its validator insists on.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const localisation = withBundledSchema(read(file));
  const validate = ajv.compile(await AppManifestUtils.fetchSchema(localisation.$schema));
  if (!validate(localisation)) {
    faults.push(...validate.errors.map((error) => `${file} ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
  }
}
faults.forEach((fault) => console.log(fault));
