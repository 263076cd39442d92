import { all, fail, type Judgement, pass, undecided } from "../judgement";
import type { Property } from "../property";

/** The selector must match the labels, as one that is empty matches all; undecided while that is not known. */
export function mustSelect(selector: Property, labels: Property): Judgement {
  const wanted = selector.at("matchLabels");
  const expressions = selector.at("matchExpressions");
  const unknown = [wanted, expressions].filter(({ isUnknown }) => isUnknown);
  if (selector.isUnknown) return undecided(selector.path);
  return all(
    ...wanted.entries.map((value) => mustEqual(labels.at(keyOf(value, wanted)), [value])),
    ...expressions.items.map((expression) => mustMatch(labels, expression)),
    ...unknown.map(({ path }) => undecided(path)),
    pass,
  );
}

/** Whether the selector matches every object; undefined while that is not known. */
export function selectsAll(selector: Property): boolean | undefined {
  const parts = [selector.at("matchLabels"), selector.at("matchExpressions")];
  if (parts.some(({ items, entries }) => items.length + entries.length > 0)) return false;
  return parts.some(({ isUnknown }) => isUnknown) ? undefined : true;
}

/** The last key of a property's path, which may have dots of its own: `app.kubernetes.io/name`. */
export function keyOf(property: Property, owner: Property): string {
  return property.path.slice(owner.path.length + 1);
}

function mustMatch(labels: Property, expression: Property): Judgement {
  const key = expression.at("key");
  const operator = expression.at("operator");
  const values = expression.at("values");
  const unknown = [expression, key, operator, values].find(({ isUnknown }) => isUnknown);
  if (unknown !== undefined) return undecided(unknown.path);
  const label = labels.at(String(key.value));
  switch (operator.value) {
    case "Exists":
      return mustBeThere(label);
    case "DoesNotExist":
      return not(mustBeThere(label));
    case "NotIn":
      return not(mustEqual(label, values.items));
    default:
      return mustEqual(label, values.items);
  }
}

function mustBeThere(label: Property): Judgement {
  if (label.isSet) return label.isUnknown ? undecided(label.path) : pass;
  return fail("");
}

function mustEqual(label: Property, values: readonly Property[]): Judgement {
  const unknown = [label, ...values].find(({ isUnknown }) => isUnknown);
  if (label.isSet && values.some((one) => !one.isUnknown && one.value === label.value)) return pass;
  return unknown === undefined ? fail("") : undecided(unknown.path);
}

function not(judgement: Judgement): Judgement {
  if (judgement.verdict === "undecided") return judgement;
  return judgement.verdict === "pass" ? fail("") : pass;
}
