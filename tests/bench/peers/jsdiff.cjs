// Arguments: the old and the new file, the greatest number of runs, the seconds they may take together.
const { readFileSync } = require("node:fs");
const { diffWords } = require("diff");

const [oldPath, newPath, maxRuns, budget] = process.argv.slice(2);
const [oldText, newText] = [oldPath, newPath].map((path) => readFileSync(path, "utf8"));
const opOf = (change) => (change.added ? "insert" : change.removed ? "delete" : "equal");
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

diffWords(oldText.slice(0, 2000), newText.slice(0, 2000));
const seconds = [];
let spent = 0;
let changes;
while (seconds.length < Number(maxRuns) && spent < Number(budget)) {
  const start = cpu();
  changes = diffWords(oldText, newText);
  seconds.push(cpu() - start);
  spent += seconds.at(-1);
}
const chunks = changes.map((change) => [opOf(change), change.value]);
process.stdout.write(JSON.stringify({ seconds, chunks }));
