#!/usr/bin/env bash
# Mutation testing, by hand: changes the code in small ways, one by one, and shows the changes that no test notices.
#
#   tests/mutation.sh Cases         a folder of Ombud.Domain, by all tests of the domain
#   tests/mutation.sh .             the files beside its folders
#   tests/mutation.sh Disclosing    the disclosure control of Ombud.Projections, by the tests in Disclosing
#   tests/mutation.sh               all of them: hours
#
# Reports come into .mutation/reports. It works on a copy, so that one can go on writing meanwhile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$PWD/.mutation/copy reports=$PWD/.mutation/reports

dotnet tool restore >/dev/null
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard -- src tests .config .editorconfig global.json 'Directory.*.props' |
  xargs -0 cp --parents -t "$copy"
# Stryker talks to tests through Microsoft.Testing.Platform, which Directory.Packages.props tells why we else do without.
sed -i 's/xunit\.v3\.mtp-off/xunit.v3.mtp-v2/' "$copy"/Directory.{Build,Packages}.props
# The disclosure control is judged by tests that need no database; Stryker cannot choose tests of this platform.
find "$copy/tests/Ombud.Projections.Tests" -name '*.cs' -not -path '*/Disclosing/*' -not -path '*/obj/*' -delete
sed -i '/MartenByItself/d' "$copy/tests/Ombud.Projections.Tests/Ombud.Projections.Tests.csproj"
# The calendars are judged by their own tests, which take a second: each of their changes needs a process of its own.
[[ ${1:-} != Calendars ]] ||
  find "$copy/tests/Ombud.Domain.Tests" -name '*.cs' -not -path '*/Calendars/*' -not -name Days.cs -not -path '*/obj/*' -delete

judge() { # folder project pattern
  cd "$copy/tests/$2.Tests"
  rm -rf "${reports:?}/$1"
  keep "$1" "$2" &
  nice -n 19 dotnet stryker -f "$copy/tests/stryker-config.json" -p "$2.csproj" -m "$3" -O "$reports/$1" --skip-version-check
  wait
  again "$1" "$2"
}

# The program with all changes in it, which Stryker takes away again at its end.
keep() { # folder project
  local built=bin/Release/net10.0
  until [[ -f $built/$2.dll.stryker-unchanged && -s $built/$2.dll ]] && ! cmp -s "$built/$2.dll" "$built/$2.dll.stryker-unchanged"; do
    sleep 1
  done
  sleep 2
  mkdir -p "$reports/$1"
  cp -r "$built" "$reports/$1/program"
}

# Stryker lets one process judge many changes. What is computed once in a process, such as a calendar or the table of rules, is then as it
# was at the first test; so what seems to survive is judged again, each change in a process of its own. Of the calendars all are: what one
# change made stays for the next.
again() { # folder project
  local program=$reports/$1/program left=$reports/$1/left kind='Survived|NoCoverage' id at
  [[ $1 != Calendars ]] || kind='Survived|NoCoverage|Timeout|Killed'
  : >"$left"
  while IFS=$'\t' read -r id at; do
    if STRYKER_MUTANT_ID_CONTROL_VAR=OMBUD_MUTANT OMBUD_MUTANT=$id nice -n 19 timeout 300 "$program/$2.Tests" >/dev/null 2>&1; then
      echo "$at" | tee -a "$left"
    fi
  done < <(node "$copy/tests/mutants.js" "$reports/$1/reports/mutation-report.json" "$kind")
  echo "$1: $(wc -l <"$left") changes survive in processes of their own; they stand in $left"
}

folders=("$@")
[[ $# -gt 0 ]] || folders=(. Calendars Cases Deadlines Feedback Measures Municipalities Recommendations Reports Disclosing)
for folder in "${folders[@]}"; do
  case $folder in
    Disclosing) judge Disclosing Ombud.Projections '**/StatisticalDisclosure/*.cs' ;;
    .) judge root Ombud.Domain '*.cs' ;;
    *) judge "$folder" Ombud.Domain "**/$folder/*.cs" ;;
  esac
done
