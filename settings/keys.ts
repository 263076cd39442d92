/** Namespace of the settings in a stack's configuration. */
export const namespace = "groundwork";

/** What the settings are, by key: one value, or a mapping. */
export const settingForms = {
  system: "value",
  environment: "value",
  size: "value",
  account: "value",
  region: "value",
  disasterRecoveryRegion: "value",
  availabilityZones: "mapping",
  disasterRecoveryAvailabilityZones: "mapping",
  permissionsBoundary: "value",
  hostedZoneId: "value",
  contacts: "mapping",
  overrides: "mapping",
} as const;

export type SettingKey = keyof typeof settingForms;

export const settingKeys = Object.keys(settingForms) as readonly SettingKey[];

/** What stands before `<entry>.<value>` in the key of a secret that the operator supplies. */
export const suppliedPrefix = "supplied.";
