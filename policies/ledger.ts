import { covers, type Exemption, isExpired } from "./exemption";

/** Keeps the exemptions that configuration gives, and which of them were needed. */
export class Ledger {
  private readonly entries = new Map<string, readonly Exemption[]>();
  private readonly matched = new Set<Exemption>();

  /** @param today the day that exemptions must reach, `YYYY-MM-DD` */
  constructor(private readonly today: string) {}

  /** Takes down the exemptions of a rule; once is enough. */
  declare(rule: string, exemptions: readonly Exemption[]): void {
    if (!this.entries.has(rule)) this.entries.set(rule, exemptions);
  }

  /** The exemption that excuses the resource from the rule, if one does and has not expired. */
  find(rule: string, resource: { urn: string; name: string }): Exemption | undefined {
    const covering = (this.entries.get(rule) ?? []).filter((entry) => covers(entry, resource));
    for (const entry of covering) this.matched.add(entry);
    return covering.find((entry) => !isExpired(entry, this.today));
  }

  /** Whether any rule has an exemption. */
  get isEmpty(): boolean {
    return [...this.entries.values()].every((exemptions) => exemptions.length === 0);
  }

  /** What is wrong with the exemptions, when every resource has been judged; sorted. */
  get stale(): readonly string[] {
    const lines = [...this.entries].flatMap(([rule, exemptions]) =>
      exemptions.flatMap((entry) => this.problemsOf(rule, entry)),
    );
    return lines.sort();
  }

  private problemsOf(rule: string, entry: Exemption): readonly string[] {
    const subject = `the exemption of "${entry.resource}" from ${rule}`;
    return [
      ...(isExpired(entry, this.today)
        ? [`${subject} must not be expired, ended on ${entry.expires}`]
        : []),
      ...(this.matched.has(entry) ? [] : [`${subject} must match a resource that the rule judges`]),
    ];
  }
}
