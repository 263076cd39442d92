import {
  podApparmorKept,
  podSelinuxKept,
  podSysctlsSafe,
} from "../../../policies/rules/pod-kernel";
import { unknown } from "../kit";
import { suite } from "../suite";
import { containerOf, securityOf, types } from "./pods";

const pod = "spec.template.spec.securityContext";
const container = "spec.template.spec.containers[0].securityContext";

describe("pod-sysctls-safe", () => {
  const setting = (...names: readonly unknown[]) =>
    containerOf({}, { securityContext: { sysctls: names.map((name) => ({ name, value: "1" })) } });
  const rule = suite(podSysctlsSafe, types.deployment, setting("net.ipv4.tcp_syncookies"));
  rule.passes("passes settings of the pod alone", {});
  rule.passes("passes a pod without any", containerOf({}));
  rule.fails(
    "fails when one is the node's",
    setting("net.ipv4.tcp_syncookies", "kernel.msgmax"),
    `${pod}.sysctls[1].name must be a setting of the pod alone, got "kernel.msgmax"`,
  );
  rule.isUndecided(
    "is undecided while one is not known",
    setting(unknown),
    `${pod}.sysctls[0].name`,
  );
  rule.isUndecided(
    "is undecided while none is known",
    containerOf({}, { securityContext: { sysctls: unknown } }),
    `${pod}.sysctls`,
  );
});

describe("pod-apparmor-kept", () => {
  const using = (type: unknown) => ({ appArmorProfile: { type } });
  const rule = suite(podApparmorKept, types.deployment, securityOf(using("RuntimeDefault")));
  rule.passes("passes the runtime's profile", {});
  rule.passes("passes one of its own", securityOf({}, { securityContext: using("Localhost") }));
  rule.passes("passes a pod that says nothing", securityOf({}));
  rule.fails(
    "fails when it is switched off",
    securityOf(using("Unconfined"), { securityContext: using("Unconfined") }),
    `${container}.appArmorProfile.type must be "RuntimeDefault" or "Localhost", got "Unconfined"`,
    `${pod}.appArmorProfile.type must be "RuntimeDefault" or "Localhost", got "Unconfined"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    securityOf(using(unknown)),
    `${container}.appArmorProfile.type`,
  );
});

describe("pod-selinux-kept", () => {
  const using = (seLinuxOptions: unknown) => securityOf({ seLinuxOptions });
  const rule = suite(podSelinuxKept, types.deployment, using({ level: "s0:c123,c456" }));
  rule.passes("passes a level of its own", {});
  rule.passes("passes a type of containers", using({ type: "container_init_t", user: "" }));
  rule.passes("passes a pod that says nothing", securityOf({}));
  rule.fails(
    "fails when it is somebody else, or something that is no container",
    using({ role: "sysadm_r", type: "spc_t", user: "root" }),
    `${container}.seLinuxOptions.role must not be set, got "sysadm_r"`,
    `${container}.seLinuxOptions.type must be a container's, got "spc_t"`,
    `${container}.seLinuxOptions.user must not be set, got "root"`,
  );
  rule.isUndecided(
    "is undecided while it is not known",
    using({ type: unknown }),
    `${container}.seLinuxOptions.type`,
  );
});
