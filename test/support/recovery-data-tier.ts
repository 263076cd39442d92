/** What makes a stack one whose data tier stands in the recovery region too. */
export const recoveryDataTier = {
  "groundwork:disasterRecoveryAvailabilityZones": {
    a: "eu-central-1a",
    b: "eu-central-1b",
    c: "eu-central-1c",
  },
  "groundwork:overrides": {
    disasterRecovery: {
      topology: "data",
      timeMinutes: 60,
      pointMinutes: 5,
      network: {
        cidrBlock: "10.8.0.0/16",
        subnets: {
          public: { a: "10.8.1.0/24", b: "10.8.2.0/24", c: "10.8.3.0/24" },
          private: { a: "10.8.11.0/24", b: "10.8.12.0/24", c: "10.8.13.0/24" },
          database: { a: "10.8.21.0/24", b: "10.8.22.0/24", c: "10.8.23.0/24" },
        },
        natGateways: "none",
        endpoints: { interface: [] },
      },
    },
    database: { credentials: { mode: "rotated" } },
  },
};
