import assert from "node:assert/strict";
import { Reading } from "./reading";

const data = { name: "orders", ports: [{ port: 3000 }, { port: 9090, kind: "tcp" }], labels: {} };

describe("The reading of an object", () => {
  it("hands over the values as they are", () => {
    const { observed } = new Reading(data);
    assert.deepEqual(JSON.parse(JSON.stringify(observed)), data);
    assert.equal(Array.isArray((observed as typeof data).ports), true);
  });

  it("has read nothing at first", () => {
    assert.deepEqual(new Reading(data).unread(), [["name"], ["ports"], ["labels"]]);
  });

  it("names what of the properties and elements that were read was not", () => {
    const reading = new Reading(data);
    const observed = reading.observed as typeof data;
    assert.equal(observed.ports[1]?.port, 9090);
    assert.deepEqual(reading.unread(), [["name"], ["ports", 0], ["ports", 1, "kind"], ["labels"]]);
  });

  it("has read nothing where a property is asked for that is not there", () => {
    const reading = new Reading(data);
    assert.equal((reading.observed as Record<string, unknown>)["namespace"], undefined);
    assert.deepEqual(reading.unread().length, 3);
  });

  it("has read all where everything was", () => {
    const reading = new Reading(data);
    JSON.stringify(reading.observed);
    assert.deepEqual(reading.unread(), []);
  });
});
