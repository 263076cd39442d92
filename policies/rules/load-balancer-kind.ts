import { type Judgement, notApplicable } from "../judgement";
import { given } from "../must";
import type { Property } from "../property";
import type { Subject } from "../subject";

/** The modules that AWS's provider has had load balancers in: two, and the names those had before version 7. */
const modules = ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"];

function typesOf(module: string, name: string): readonly string[] {
  return modules.map((each) => `aws:${each}/${module}:${name}`);
}

export const loadBalancerTypes = typesOf("loadBalancer", "LoadBalancer");
export const listenerTypes = typesOf("listener", "Listener");
export const listenerRuleTypes = typesOf("listenerRule", "ListenerRule");
export const targetGroupTypes = typesOf("targetGroup", "TargetGroup");

/** The judgement of a load balancer that speaks HTTP, which it does where it does not say of what kind it is. */
export function ofApplication(balancer: Subject, judgement: Judgement): Judgement {
  const kind = balancer.at("loadBalancerType");
  return kind.isSet && !kind.isUnknown && kind.value !== "application"
    ? notApplicable("it is no Application Load Balancer")
    : given(kind, judgement);
}

/** The judgement of a listener or a target group that speaks one of these protocols. */
export function ofProtocol(
  protocol: Property,
  protocols: readonly string[],
  judgement: Judgement,
): Judgement {
  return !protocol.isUnknown && !protocols.some((one) => one === protocol.value)
    ? notApplicable(`it does not speak ${protocols.join(" or ")}`)
    : given(protocol, judgement);
}
