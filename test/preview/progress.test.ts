import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { progressOn } from "../../preview/progress";

const streamOf = (isTTY: boolean) => {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    text: () => String(stream.read() ?? ""),
  };
};

describe("progressOn", () => {
  it("replaces one line on a terminal", () => {
    const { stream, text } = streamOf(true);
    const progress = progressOn(stream);
    progress.step("production: running the program");
    progress.done();
    assert.equal(text(), "\r\u001b[2Kproduction: running the program ...\r\u001b[2K");
  });
  it("says nothing elsewhere", () => {
    const { stream, text } = streamOf(false);
    const progress = progressOn(stream);
    progress.step("production");
    progress.done();
    assert.equal(text(), "");
  });
});
