/**
 * Google's client, apart so that it is loaded only when a spreadsheet is read. The bundle keeps the names of our files
 * across `import()`, but of a CommonJS package only its default export.
 */
export { auth, sheets } from 'googleapis/build/src/apis/sheets/index.js';
