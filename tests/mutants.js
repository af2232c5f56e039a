// The changes of a report of Stryker's that ended in one of some ways, one a line: its number, a tab, where it is and what it is.
const [report, ways] = process.argv.slice(2);
const { files } = JSON.parse(require("fs").readFileSync(report, "utf8"));
for (const [name, { mutants }] of Object.entries(files))
  for (const { id, status, location, mutatorName, replacement } of mutants)
    if (ways.split("|").includes(status))
      console.log(`${id}\t${name.split("/").pop()}:${location.start.line} ${mutatorName}: ${replacement.replace(/\s+/g, " ")}`);
