import * as pulumi from "@pulumi/pulumi";
import state = require("@pulumi/pulumi/runtime/state");

const version = "aws:secretsmanager/secretVersion:SecretVersion";

/**
 * What a program would store in secrets, by the name of the version. Generators name what they generate, and every
 * resource has the outputs that are given.
 */
export async function storedDocuments(
  program: () => unknown,
  outputs: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const documents: Record<string, unknown> = {};
  await state.withLocalStorage(async () => {
    await pulumi.runtime.setMocks({
      call: ({ inputs }) => inputs as Record<string, unknown>,
      newResource: ({ name, type, inputs }) => {
        const given = inputs as Record<string, unknown>;
        if (type === version) documents[name] = given["secretString"];
        const generated = {
          base64: `${name} base64`,
          hex: `${name} hex`,
          result: `${name} result`,
        };
        return { id: `${name}-id`, state: { ...given, ...generated, ...outputs } };
      },
    });
    program();
    await pulumi.runtime.disconnect();
  });
  return documents;
}
