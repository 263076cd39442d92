import { withOrders, withReport } from "./sound-services";
import { accepts, refuses } from "./table";

const orders = "services.orders";
const liveness = { path: "/live" };

describe("preflight of a service's ports", () => {
  refuses([
    [
      "metrics are to be shown at the same one",
      withOrders({ metricsPort: 3000 }),
      {
        path: `${orders}.metricsPort`,
        value: 3000,
        rule: "must be another port than port",
        fix: "write another, or remove it and show the metrics at port",
      },
    ],
    [
      "metrics are to be shown where others reach it",
      withOrders({ metricsPort: 80, servicePort: 80 }),
      {
        path: `${orders}.metricsPort`,
        value: 80,
        rule: "must be another port than servicePort",
        fix: "write another, or remove it and show the metrics at port",
      },
    ],
    [
      "nobody answers at one",
      withOrders({
        probes: { readiness: { port: 9090 }, startup: { path: "/started", port: 8080 } },
        metricsPort: 9090,
      }),
      {
        path: `${orders}.probes.startup.port`,
        value: 8080,
        rule: "must be a port of the service: 3000 or 9090",
        fix: "leave it out, and it is 3000",
      },
    ],
    [
      "an answer may take longer than the next question",
      withOrders({ probes: { liveness: { timeoutSeconds: 11 } } }),
      {
        path: `${orders}.probes.liveness.timeoutSeconds`,
        value: 11,
        rule: "must be at most periodSeconds 10",
        fix: "lower it to 10 or less",
      },
    ],
  ]);
  accepts([
    [
      "probes at either port",
      withOrders({
        metricsPort: 9090,
        probes: { liveness: { ...liveness, port: 9090, timeoutSeconds: 10 } },
      }),
    ],
  ]);
});

describe("preflight of a service's pods", () => {
  refuses([
    [
      "the most are fewer than the fewest",
      withOrders({ replicas: { minimum: 3, maximum: 2 } }),
      {
        path: `${orders}.replicas.maximum`,
        value: 2,
        rule: "must be at least minimum 3",
        fix: "raise it to 3 or more, or leave it out",
      },
    ],
    [
      "nothing adds any",
      withOrders({ replicas: { maximum: 3 } }),
      {
        path: `${orders}.replicas.maximum`,
        value: 3,
        rule: "must be minimum 2 without autoscaling, which alone would add pods",
        fix: "leave it out, or add autoscaling with cpuPercent",
      },
    ],
    [
      "there is no room to scale",
      withOrders({ autoscaling: { cpuPercent: 70 }, replicas: { maximum: 2 } }),
      {
        path: `${orders}.autoscaling`,
        rule: "must be left out where replicas.maximum is not more than minimum 2",
        fix: "raise replicas.maximum, or remove it (null in overrides)",
      },
    ],
    [
      "nothing says when to add some",
      withOrders({ autoscaling: { scaleUp: { pods: 1 } }, replicas: { maximum: 3 } }),
      {
        path: `${orders}.autoscaling`,
        rule: "must have cpuPercent or memoryPercent, by which pods are added",
        fix: "add cpuPercent: 70",
      },
    ],
    [
      "none may ever go",
      withOrders({ podDisruption: { minAvailable: 2 } }),
      {
        path: `${orders}.podDisruption.minAvailable`,
        value: 2,
        rule: "must be less than replicas.minimum 2, or no node with such a pod can be drained",
        fix: "lower it to 1 or less",
      },
    ],
    [
      "the only one may never go",
      withOrders({ podDisruption: { minAvailable: 1 }, replicas: { minimum: 1 } }),
      {
        path: `${orders}.podDisruption.minAvailable`,
        value: 1,
        rule: "must be less than replicas.minimum 1, or no node with such a pod can be drained",
        fix: "raise replicas.minimum, or write maxUnavailable: 1 instead",
      },
    ],
    [
      "two limits say how many may go",
      withOrders({ podDisruption: { minAvailable: 1, maxUnavailable: 1 } }),
      {
        path: `${orders}.podDisruption`,
        value: { minAvailable: 1, maxUnavailable: 1 },
        rule: "must have one of maxUnavailable and minAvailable",
        fix: "remove minAvailable",
      },
    ],
    [
      "one ends while requests still come",
      withOrders({ deregistrationSeconds: 20, preStopSeconds: 20 }),
      {
        path: `${orders}.preStopSeconds`,
        value: 20,
        rule: "must be more than deregistrationSeconds 20, while requests still come",
        fix: "leave it out, and it is 25",
      },
    ],
  ]);
  accepts([
    [
      "scaling by memory alone",
      withOrders({ autoscaling: { memoryPercent: 80 }, replicas: { maximum: 3 } }),
    ],
    ["one pod less", withOrders({ podDisruption: { minAvailable: 1 } })],
    ["all of them away", withOrders({ podDisruption: { maxUnavailable: 2 } })],
    ["a second more", withOrders({ deregistrationSeconds: 20, preStopSeconds: 21 })],
  ]);
});

describe("preflight of a job's schedule", () => {
  const at = "jobs.report.schedule";
  const wrong = (cron: string, range: string) => ({
    path: `${at}.cron`,
    value: cron,
    rule: `must have ${range}, * for every, - between two and / before a step`,
    fix: "write it such as 0 2 * * 0, at two on Sundays",
  });
  const minute = "minutes from 0 to 59";
  refuses([
    ...[
      ["a minute is none", "60 * * * *", minute],
      ["a range runs backwards", "30-10 * * * *", minute],
      ["a step is nothing", "*/0 * * * *", minute],
      ["a list has a gap", "1,,3 * * * *", minute],
      ["every has an end", "*-5 * * * *", minute],
      ["an hour is none", "0 24 * * *", "hours from 0 to 23"],
      ["a day of the month is none", "0 0 0 * *", "days of the month from 1 to 31"],
      ["a month is none", "0 0 1 13 *", "months from 1 to 12"],
      ["Sunday is 7", "0 0 * * 7", "days of the week from 0 to 6"],
    ].map(
      ([what = "", cron = "", range = ""]) =>
        [what, withReport({ schedule: { cron } }), wrong(cron, range)] as const,
    ),
    ...["Africa/Nowhere", "africa/lusaka", "+02:00", "Local"].map(
      (timeZone) =>
        [
          `${timeZone} is no time zone`,
          withReport({ schedule: { cron: "0 2 * * *", timeZone } }),
          {
            path: `${at}.timeZone`,
            value: timeZone,
            rule: "must be an IANA time zone, in its own spelling",
            fix: "write one such as Africa/Lusaka",
          },
        ] as const,
    ),
  ]);
  accepts([
    ...["0 2 * * 0", "*/15 8-18 1,15 jan-MAR,12 mon-fri", "59 23 31 12 6", "5/10 ? ? * SUN"].map(
      (cron) => [cron, withReport({ schedule: { cron } })] as const,
    ),
    ...["Africa/Lusaka", "America/Argentina/Buenos_Aires", "Etc/GMT+2"].map(
      (timeZone) => [timeZone, withReport({ schedule: { cron: "0 2 * * *", timeZone } })] as const,
    ),
  ]);
});
