/** Rules of cfn-lint that judge how a template is written, not what AWS takes. */
export const ignoredRules: Readonly<Record<string, string>> = {
  E3038: "a template with a type of SAM would be transformed; this one is never deployed",
  W3010: "zones are written out in the stack's configuration, on purpose",
};

/** What cfn-lint is mistaken about. */
export const exceptions: readonly { rule: string; message: string; why: string }[] = [
  {
    rule: "E3020",
    message: "'StorageEncrypted' should not be included with 'SourceDBInstanceIdentifier'",
    why: "the provider does not send it when it makes a replica, and misses it afterwards when it is not there",
  },
  {
    rule: "W3691",
    message:
      "Engine version '16' for engine 'postgres' is deprecated and cannot be used to create new RDS DB instances",
    why: "a major alone is its default minor, which can be created: cfn-lint counts a major as deprecated with its first minor",
  },
];
