import type { CommandModule } from "yargs";
import { print } from "./print.js";

/** `schema`: the JSON Schema of scenario files, for editors. */
export const schema: CommandModule = {
  command: "schema",
  describe: "Print the JSON Schema of scenario files",
  handler: async () => {
    const { scenarioJsonSchemaText } = await import("#scenario/json-schema.js");
    await print(scenarioJsonSchemaText());
  },
};
