/** How much pods may do on their node, by the Pod Security Standards. */
export type PodSecurity = "baseline" | "privileged" | "restricted";

/**
 * Labels by which the API server refuses pods of a namespace that do more. They name a version of the standards, so that
 * another version of Kubernetes does not refuse what ran before.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function podSecurityLabels(
  level: PodSecurity,
  kubernetesVersion: string,
): Readonly<Record<string, string>> {
  const modes = ["enforce", "audit", "warn"];
  return Object.fromEntries(
    modes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetesVersion}`],
    ]),
  );
}
