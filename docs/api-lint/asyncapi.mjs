// Validates AsyncAPI documents with the parser of the standard: node asyncapi.mjs FILE...
import { Parser, fromFile } from "@asyncapi/parser";

const parser = new Parser();
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await fromFile(parser, file).parse();
  const errors = diagnostics.filter((one) => one.severity === 0);
  for (const error of errors) {
    console.error(`${file}:${error.range.start.line + 1} ${error.code}: ${error.message}`);
  }
  wrong += errors.length + (document ? 0 : 1);
}
console.log(`${process.argv.length - 2} AsyncAPI documents, ${wrong} errors`);
process.exit(wrong ? 1 : 0);
