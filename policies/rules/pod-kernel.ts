import { all, type Judgement, pass, undecided } from "../judgement";
import { must } from "../must";
import type { Property } from "../property";
import { resourceRule } from "../rule";
import { judgeContainers } from "./pod-judge";
import { Workload, workloadTypes } from "./pod-workload";

const baseline = ["baseline"];

/** Settings of the kernel that are the pod's own, and no other pod's. */
const safeSysctls = [
  ...["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports"],
  ...["net.ipv4.ip_unprivileged_port_start", "net.ipv4.ping_group_range"],
  ...["net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes"],
  ...["net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_syncookies"],
];

export const podSysctlsSafe = resourceRule({
  id: "pod-sysctls-safe",
  requires: "Pods change no settings of the kernel but those that are their own.",
  why: "An unsafe setting holds for the whole node: it takes memory or protection from every pod on it.",
  fix: "Leave it out of securityContext.sysctls, or set it for nodes of their own.",
  severity: "high",
  standards: { podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) => {
    const sysctls = new Workload(resource).security("sysctls");
    if (sysctls.isUnknown) return undecided(sysctls.path);
    return all(
      ...sysctls.items.map((sysctl) =>
        must(sysctl.at("name"), "be a setting of the pod alone", (value) =>
          safeSysctls.some((name) => name === value),
        ),
      ),
      pass,
    );
  },
});

export const podApparmorKept = resourceRule({
  id: "pod-apparmor-kept",
  requires: "AppArmor is switched off for no container.",
  why: "Its profile keeps a container from mounting and from writing to the kernel's files, even as root.",
  fix: 'Leave appArmorProfile out, or set its type to "RuntimeDefault" or "Localhost".',
  severity: "medium",
  standards: { podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContexts(resource, (context) =>
      must(context.at("appArmorProfile").at("type"), 'be "RuntimeDefault" or "Localhost"', (type) =>
        [undefined, "RuntimeDefault", "Localhost"].some((allowed) => allowed === type),
      ),
    ),
});

/** The types that keep a container within what a container may do. */
const selinuxTypes = [
  ...[undefined, "", "container_t", "container_init_t", "container_kvm_t"],
  "container_engine_t",
];

export const podSelinuxKept = resourceRule({
  id: "pod-selinux-kept",
  requires: "No container gets another SELinux user or role, or a type that is not a container's.",
  why: "On nodes with SELinux, such as Bottlerocket, the type decides which files of the node a container reads.",
  fix: "Leave user, role and type out of seLinuxOptions; level may stay.",
  severity: "medium",
  standards: { podSecurity: baseline },
  types: workloadTypes,
  exemptible: true,
  check: (resource) =>
    judgeContexts(resource, (context) => {
      const options = context.at("seLinuxOptions");
      return all(
        ...["user", "role"].map((key) =>
          must(options.at(key), "not be set", (value) => value === undefined || value === ""),
        ),
        must(options.at("type"), "be a container's", (value) =>
          selinuxTypes.some((type) => type === value),
        ),
      );
    }),
});

/** Judges the security context of the pod, and that of every container. */
function judgeContexts(
  resource: Workload["resource"],
  judge: (context: Property) => Judgement,
): Judgement {
  return all(
    judge(new Workload(resource).pod.at("securityContext")),
    judgeContainers(resource, (container) => judge(container.at("securityContext"))),
  );
}
