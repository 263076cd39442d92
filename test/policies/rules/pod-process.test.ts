import {
  podCapabilitiesDropped,
  podCapabilitiesLimited,
  podEscalationRefused,
  podProcMasked,
  podRootReadOnly,
  podSeccompDefault,
} from "../../../policies/rules/pod-process";
import { unknown } from "../kit";
import { suite } from "../suite";
import { securityOf, types } from "./pods";

const path = "spec.template.spec.containers[0].securityContext";
const windows = { os: { name: "windows" } };
const adding = (...add: readonly unknown[]) => securityOf({ capabilities: { add } });
const dropping = (drop: unknown) => securityOf({ capabilities: { drop } });

describe("pod-capabilities-limited", () => {
  const rule = suite(podCapabilitiesLimited, types.deployment, adding("NET_BIND_SERVICE"));
  rule.passes("passes the one that opens low ports", {});
  rule.passes("passes it by its long name", adding("CAP_NET_BIND_SERVICE"));
  rule.passes("passes a container that adds none", securityOf({}));
  rule.fails(
    "fails when another is added",
    adding("NET_BIND_SERVICE", "SYS_ADMIN"),
    `${path}.capabilities.add[1] must be one of NET_BIND_SERVICE, got "SYS_ADMIN"`,
  );
  rule.isUndecided(
    "is undecided while one is not known",
    adding(unknown),
    `${path}.capabilities.add[0]`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    securityOf({ capabilities: unknown }),
    `${path}.capabilities.add`,
  );
  rule.doesNotApply(
    "does not apply to Windows",
    securityOf({ capabilities: { add: ["SYS_ADMIN"] } }, windows),
    "Windows has none of it",
  );
});

describe("pod-capabilities-limited, where configuration allows others", () => {
  suite(podCapabilitiesLimited, types.deployment, adding("NET_RAW"), {
    allowed: ["NET_RAW", "CHOWN"],
  }).fails(
    "fails when one is added that is not among them",
    adding("CHOWN", "NET_RAW", "KILL"),
    `${path}.capabilities.add[2] must be one of CHOWN, NET_RAW, got "KILL"`,
  );
  suite(podCapabilitiesLimited, types.deployment, adding(), { allowed: [] }).fails(
    "fails when one is added and none is allowed",
    adding("KILL"),
    `${path}.capabilities.add[0] must not be there, got "KILL"`,
  );
});

describe("pod-capabilities-dropped", () => {
  const rule = suite(podCapabilitiesDropped, types.deployment, dropping(["ALL"]));
  rule.passes("passes a container that drops all", {});
  rule.passes("passes all among others", dropping(["NET_RAW", "ALL"]));
  rule.fails(
    "fails when some are dropped",
    dropping(["NET_RAW"]),
    `${path}.capabilities.drop must include "ALL", got ["NET_RAW"]`,
  );
  rule.fails(
    "fails when nothing is said",
    securityOf({}),
    `${path}.capabilities.drop must include "ALL", but is not set`,
  );
  rule.isUndecided(
    "is undecided while one of them is not known",
    dropping(["NET_RAW", unknown]),
    `${path}.capabilities.drop`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    dropping(unknown),
    `${path}.capabilities.drop`,
  );
});

describe("pod-escalation-refused", () => {
  const rule = suite(
    podEscalationRefused,
    types.deployment,
    securityOf({ allowPrivilegeEscalation: false }),
  );
  rule.passes("passes a container that refuses it", {});
  rule.fails(
    "fails when nothing is said",
    securityOf({}),
    `${path}.allowPrivilegeEscalation must be false, but is not set`,
  );
  rule.fails(
    "fails when it is allowed",
    securityOf({ allowPrivilegeEscalation: true }),
    `${path}.allowPrivilegeEscalation must be false, got true`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ allowPrivilegeEscalation: unknown }),
    `${path}.allowPrivilegeEscalation`,
  );
  rule.doesNotApply("does not apply to Windows", securityOf({}, windows), "Windows has none of it");
});

describe("pod-seccomp-default", () => {
  const using = (type: unknown) => securityOf({ seccompProfile: { type } });
  const rule = suite(podSeccompDefault, types.deployment, using("RuntimeDefault"));
  rule.passes("passes the runtime's profile", {});
  rule.passes("passes one of its own", using("Localhost"));
  rule.fails(
    "fails when it is switched off",
    using("Unconfined"),
    `${path}.seccompProfile.type must be "RuntimeDefault" or "Localhost", got "Unconfined"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    using(unknown),
    `${path}.seccompProfile.type`,
  );
});

describe("pod-root-read-only", () => {
  const rule = suite(
    podRootReadOnly,
    types.deployment,
    securityOf({ readOnlyRootFilesystem: true }),
  );
  rule.passes("passes a container that writes nowhere", {});
  rule.fails(
    "fails when nothing is said",
    securityOf({}),
    `${path}.readOnlyRootFilesystem must be true, but is not set`,
  );
  rule.fails(
    "fails when it may write",
    securityOf({ readOnlyRootFilesystem: false }),
    `${path}.readOnlyRootFilesystem must be true, got false`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ readOnlyRootFilesystem: unknown }),
    `${path}.readOnlyRootFilesystem`,
  );
});

describe("pod-proc-masked", () => {
  const rule = suite(podProcMasked, types.deployment, securityOf({ procMount: "Default" }));
  rule.passes("passes the default", {});
  rule.passes("passes a container that says nothing", securityOf({}));
  rule.fails(
    "fails when nothing is hidden",
    securityOf({ procMount: "Unmasked" }),
    `${path}.procMount must not be "Unmasked", got "Unmasked"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf({ procMount: unknown }),
    `${path}.procMount`,
  );
});
