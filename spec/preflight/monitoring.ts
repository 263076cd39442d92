import { rule } from "./rule";

/** Topics whose subscribers have an address. */
export const monitoringRules = [
  rule(["monitoring", "contacts"], ({ monitoring, contacts }) =>
    Object.entries(monitoring.topics).flatMap(([topic, { contacts: roles }]) =>
      roles.flatMap((role, index) => {
        if (contacts[role] !== undefined) return [];
        return [
          {
            path: `monitoring.topics.${topic}.contacts[${index}]`,
            value: role,
            rule: "must be a role with an address in contacts",
            fix: `add contacts.${role}, or remove the role from the topic`,
          },
        ];
      }),
    ),
  ),
];
