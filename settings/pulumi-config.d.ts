/** What the settings use of the SDK beyond its published types; test/settings.test.ts holds the SDK to it. */
declare module "@pulumi/pulumi/runtime/config" {
  /** Whether a value of the configuration, named with its namespace, is or holds a secret. */
  export function isConfigSecret(key: string): boolean;
}
export {};
