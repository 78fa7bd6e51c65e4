'use strict';
// Expands every pair of template and data with the original engine: node expand.js <pairs.json> <outcomes.json>
// A pair is {template, data, host?}; its outcome {value}, or {refused: "message"} when parsed, or {failed: "message"}.
const fs = require('fs');
const { Template } = require('adaptivecards-templating');

function outcome({ template, data, host }) {
  let parsed;
  try {
    parsed = new Template(template);
  } catch (error) {
    return { refused: error.message };
  }
  try {
    const value = parsed.expand({ $root: data, $host: host });
    return value === undefined ? {} : { value };
  } catch (error) {
    return { failed: error.message };
  }
}

const [pairs, outcomes] = process.argv.slice(2);
fs.writeFileSync(outcomes, JSON.stringify(JSON.parse(fs.readFileSync(pairs, 'utf8')).map(outcome)));
