'use strict';
// Expands every pair of template and data with the original engine: node expand.js <pairs.json> <outcomes.json>
// A pair is {template, data, host?}; its outcome {value}, {absent: true} or {error: "message"}.
const fs = require('fs');
const { Template } = require('adaptivecards-templating');

function outcome({ template, data, host }) {
  try {
    const value = new Template(template).expand({ $root: data, $host: host });
    return value === undefined ? { absent: true } : { value };
  } catch (error) {
    return { error: String(error && error.message) };
  }
}

const [pairs, outcomes] = process.argv.slice(2);
fs.writeFileSync(outcomes, JSON.stringify(JSON.parse(fs.readFileSync(pairs, 'utf8')).map(outcome)));
