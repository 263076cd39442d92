const { renameSync, rmSync, writeFileSync } = require("node:fs");

/** Writes a file so that whoever reads it at the same time finds all of it, or the one before. */
exports.writeWhole = (path, content) => {
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
};
